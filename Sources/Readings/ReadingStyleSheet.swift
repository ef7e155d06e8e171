/// The page's own style: no fonts, images or scripts from elsewhere.
///
/// What colour tells is told without it too: names have a label and a border, the source a solid
/// line beneath, the cue a thick dotted one, content a dashed one.
let readingStyleSheet = """
  :root{color-scheme:light dark;--ground:#fbfaf7;--paper:#fff;--ink:#1d1f22;--soft:#565b63;
  --line:#d9d6ce;--link:#0b57a4;--quote:#eef5f1;--source:#0b57a4;--cue:#a03a00;--content:#2c6e3f;
  --person:#ffe3ad;--place:#cfe8ff;--body:#f6d5ee;--group:#d9daf9;--other:#ececec;
  --target:#ffdf00}
  @media (prefers-color-scheme:dark){:root{--ground:#15171a;--paper:#1d2024;--ink:#e7e6e3;
  --soft:#a9adb4;--line:#383c42;--link:#8cc4ff;--quote:#1c2b27;--source:#8cc4ff;--cue:#ffb07a;
  --content:#8fdc9f;--person:#5a4209;--place:#123f66;--body:#5a2450;--group:#34357a;
  --other:#36393e;--target:#8a6d00}}
  *{box-sizing:border-box}
  body{margin:0 auto;padding:1.5rem;max-width:64rem;background:var(--ground);color:var(--ink);
  font:16px/1.5 system-ui,sans-serif}
  h1{font-size:1.6rem;line-height:1.2;margin:0 0 .3rem}
  h2{font-size:1.25rem;margin:2.2rem 0 .2rem;padding-top:.75rem;border-top:2px solid var(--line)}
  p{margin:.3rem 0}
  .meta,.legend{color:var(--soft);font-size:.88rem}
  .legend{list-style:none;margin:.75rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.3rem}
  .paragraph{background:var(--paper);border:1px solid var(--line);border-radius:8px;
  margin:.9rem 0;padding:.4rem 1rem}
  .paragraph.headline .text{font-size:1.25rem;font-weight:600}
  .sentence{padding:.45rem 0 .5rem 2.6rem;position:relative}
  .sentence+.sentence{border-top:1px solid var(--line)}
  .number{position:absolute;left:0;top:.75rem;width:2rem;text-align:right;color:var(--soft);
  font-size:.8rem;font-variant-numeric:tabular-nums}
  .text{font:17px/2.05 Georgia,serif;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
  .quote{background:var(--quote)}
  .source,.cue,.content{text-decoration-line:underline;text-decoration-skip-ink:none}
  .content{text-decoration:underline dashed var(--content) 1px;text-underline-offset:.62em}
  .source{text-decoration:underline solid var(--source) 2px;text-underline-offset:.3em}
  .cue{text-decoration:underline dotted var(--cue) 3px;text-underline-offset:.3em}
  .name{border:1px solid var(--soft);border-radius:4px;padding:0 .2em;background:var(--other)}
  .name::after{content:attr(data-kind);font:600 .58em/1 system-ui,sans-serif;color:var(--soft);
  letter-spacing:.04em;text-transform:uppercase;margin-left:.45em;vertical-align:.28em}
  .n-Person{background:var(--person)}.n-Location,.n-Facility{background:var(--place)}
  .n-Organization{background:var(--body)}.n-NORP{background:var(--group)}
  .who{border-collapse:collapse;width:100%;font-size:.88rem;margin:.35rem 0 .2rem}
  .who caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .who th,.who td{text-align:left;vertical-align:top;padding:.2rem .7rem .2rem 0;font-weight:400;
  overflow-wrap:anywhere}
  .who thead th{color:var(--soft);font-size:.76rem;padding-bottom:0}
  .who .id{width:2.4rem;color:var(--soft)}.who .by{width:22%}.who .mark{width:16%}
  .who .how{width:14%;color:var(--soft)}
  .who tr:target th,.who tr:target td{background:var(--target)}
  a{color:var(--link)}
  summary{cursor:pointer;color:var(--link);font-size:.85rem;width:max-content}
  summary:focus-visible,a:focus-visible,.tree:focus-visible{outline:3px solid var(--link);
  outline-offset:2px}
  .tree{overflow-x:auto;margin:.4rem 0;border:1px solid var(--line);border-radius:6px;
  background:var(--ground)}
  .tree svg{display:block;font-family:ui-monospace,Menlo,Consolas,monospace}
  .tree text{text-anchor:middle;fill:var(--ink)}
  .w{font-size:13px}.t{font-size:11px;fill:var(--soft)!important}
  .l{font-size:11px;fill:var(--link)!important;stroke:var(--ground);stroke-width:5px;
  paint-order:stroke}
  .arc{fill:none;stroke:var(--soft);stroke-width:1.2px}.root{stroke:var(--cue)}
  .tip{fill:var(--soft)}
  .ctl{color:var(--cue);font-size:.8em}
  @media (max-width:40rem){body{padding:.8rem}.paragraph{padding:.3rem .7rem}
  .sentence{padding-left:1.9rem}.number{width:1.4rem}.who .how{display:none}}
  @media print{:root{--ground:#fff;--paper:#fff;--ink:#000;--soft:#444;--line:#999}
  body{padding:0;max-width:none;font-size:10pt}.text{font-size:10.5pt}
  .name,.quote{-webkit-print-color-adjust:exact;print-color-adjust:exact}
  .sentence{break-inside:avoid}}

  """
