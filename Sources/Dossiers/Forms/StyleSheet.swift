/// How cited words look when a link leads to them.
let targetStyle =
  "background:var(--target);color:var(--target-ink);outline:2px solid var(--target-edge)"

/// The page's own style: no fonts, images or scripts from elsewhere.
let styleSheet = """
  :root{color-scheme:light dark;--ground:#fbfaf7;--paper:#fff;--ink:#1d1f22;--soft:#565b63;
  --line:#d9d6ce;--link:#0b57a4;--copy0:#ffe3ad;--copy1:#cfe8ff;--copy2:#d5f0cd;--copy3:#f6d5ee;
  --copy4:#d9daf9;--quote:#e3f3ef;--plain:#ececec;--target:#ffdf00;--target-ink:#000;
  --target-edge:#8a6d00;--bad:#a01c1c;--good:#1a6b2d;--mid:#7a5200}
  @media (prefers-color-scheme:dark){:root{--ground:#15171a;--paper:#1d2024;--ink:#e7e6e3;
  --soft:#a9adb4;--line:#383c42;--link:#8cc4ff;--copy0:#5a4209;--copy1:#123f66;--copy2:#234d1c;
  --copy3:#5a2450;--copy4:#34357a;--quote:#17463c;--plain:#36393e;--target:#ffd84a;
  --target-ink:#000;--target-edge:#fff3bd;--bad:#ff9a92;--good:#8fdc9f;--mid:#f0c46a}}
  *{box-sizing:border-box}
  html{scroll-behavior:smooth}
  @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
  body{margin:0 auto;padding:1.5rem;max-width:96rem;background:var(--ground);color:var(--ink);
  font:16px/1.5 system-ui,sans-serif}
  h1{font-size:1.7rem;line-height:1.2;margin:0 0 .5rem}
  h2{font-size:1.3rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:2px solid var(--line)}
  h3{font-size:1.02rem;margin:1.5rem 0 .3rem}
  p{margin:.3rem 0}
  small,.intro,.meta,caption{color:var(--soft)}
  a{color:var(--link)}
  a:focus-visible,.report:focus-visible{outline:3px solid var(--link);outline-offset:2px}
  nav ul,.legend{list-style:none;margin:.75rem 0;padding:0;display:flex;flex-wrap:wrap;
  gap:.3rem 1.2rem}
  .legend{font-size:.88rem}
  .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:1rem}
  .column{background:var(--paper);border:1px solid var(--line);border-radius:8px;
  padding:.8rem 0 0;min-width:0;display:flex;flex-direction:column}
  .column h3{margin:0 1rem}
  .column .meta{margin:0 1rem .5rem;font-size:.85rem}
  .report{white-space:pre-wrap;overflow-wrap:anywhere;font:16px/1.6 Georgia,serif;
  padding:.3rem 1rem 1rem;max-height:68vh;overflow-y:auto;border-top:1px solid var(--line)}
  .shared{border-radius:2px;padding:.1em 0}
  .k-copy{background:var(--copy0)}.o1{background:var(--copy1)}.o2{background:var(--copy2)}
  .o3{background:var(--copy3)}.o4{background:var(--copy4)}
  .k-quote{background:var(--quote);box-shadow:inset 0 -2px var(--soft)}
  .k-boilerplate,.k-other{background:var(--plain)}
  .k-version{background:var(--plain);box-shadow:inset 0 -2px var(--link)}
  .rewritten{background:repeating-linear-gradient(135deg,var(--copy0) 0 3px,transparent 3px 7px)}
  .cited{text-decoration:underline dotted var(--soft) 1px;text-underline-offset:.25em;
  scroll-margin:5rem}
  .report :target,.report :target span{\(targetStyle)}
  .report :target span{outline:0}
  .mark{text-decoration:none}
  .mark::before{content:attr(data-mark);font:600 .68rem/1 system-ui,sans-serif;color:var(--link);
  background:var(--paper);border:1px solid;border-radius:3px;padding:.05em .25em;
  margin-right:.2em;vertical-align:.25em;white-space:nowrap}
  .lineage text{font:600 13px system-ui,sans-serif;fill:var(--ink)}
  .lineage .detail,.lineage .label{font-weight:400;font-size:12px}
  .lineage .label{paint-order:stroke;stroke:var(--ground);stroke-width:4px}
  .lineage rect{fill:var(--paper);stroke:var(--ink)}
  .lineage .wire rect{stroke-dasharray:6 3}
  .lineage path{fill:none;stroke:var(--ink);stroke-width:1.5}
  .lineage .unsure path{stroke-dasharray:5 4}
  .lineage .head{fill:var(--ink);stroke:none}
  .day{white-space:nowrap}
  .ctl{color:var(--bad);font-size:.8em}
  .scroll{overflow-x:auto}
  table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.3rem 0 .8rem;
  background:var(--paper)}
  caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid var(--line);
  overflow-wrap:break-word}
  thead th{font-weight:600;color:var(--soft);font-size:.82rem;background:var(--ground)}
  tbody th{font-weight:400;min-width:6rem}
  td.words{width:46%;min-width:18rem}
  td.words div+div{margin-top:.3rem}
  tr:target th,tr:target td,h3:target{background:var(--target);color:var(--target-ink)}
  tr:target a,h3:target a{color:inherit}
  a.ref{color:inherit;text-decoration:none}
  a.ref q{border-bottom:1px solid var(--link)}
  a.ref small{color:var(--link);white-space:nowrap}
  a.ref:hover q{background:var(--quote)}
  tr:target a.ref small{color:inherit}
  .lost{color:var(--bad)}
  .rel{font-weight:600;color:var(--mid)}
  .rel-contradict,.rel-denied{color:var(--bad)}.rel-agree{color:var(--good)}
  @media (max-width:640px){body{padding:.8rem}.report{max-height:60vh}
  thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  table,tbody,tr,th,td{display:block;width:auto}
  tr{border:1px solid var(--line);border-bottom:0}tr:last-child{border-bottom:1px solid var(--line)}
  tbody th,tbody td{border:0;padding:.2rem .6rem}tbody th{padding-top:.5rem}
  td[data-label]::before{content:attr(data-label)": ";color:var(--soft);font-size:.85em}
  td.words{width:auto;min-width:0;padding-bottom:.6rem}}
  @media print{:root{--ground:#fff;--paper:#fff;--ink:#000;--soft:#444;--line:#999;--link:#000}
  body{padding:0;max-width:none;font-size:10pt}nav{display:none}
  .report{max-height:none;overflow:visible;font-size:9.5pt}
  .columns{grid-template-columns:repeat(auto-fit,minmax(5.5cm,1fr))}
  .shared{-webkit-print-color-adjust:exact;print-color-adjust:exact}
  .lineage{max-width:100%;height:auto}.scroll{overflow:visible}
  tr,.lineage{break-inside:avoid}h2,h3{break-after:avoid}}

  """
