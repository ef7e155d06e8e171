#!/usr/bin/env python3
"""Times other makers' runtimes on the encoder's work: word pieces per CPU-second, one thread.

What is timed is the call from ids to sentence vectors (embedding, six layers, mean, unit length),
the work of `synoptic bench encoder`; making batches and loading are not timed. The clock is the
process's CPU time. Every round runs each engine on each load for at least `--seconds` of CPU time,
engines in turn, so that a busy machine hurts all alike; the figure is the median of the rounds.

Each engine's vectors are compared with the fp32 reference (torch where installed, otherwise ONNX
Runtime fp32) on the very inputs that are timed: the least and the mean cosine are reported.

Engines (those whose package is missing are skipped, with a line saying so):

  onnxruntime-fp32, onnxruntime-int8   the strongest setting found, see `STRONGEST`
  onnxruntime-fp32:FORM:NORM           a given variant: FORM plain | fused; NORM skip | apart
  onnxruntime-int8:FORM:NORM:WEIGHTS   WEIGHTS s8-channel | s8-tensor | u8-channel | u8-tensor |
                                       s8-channel-7bit (reduce_range) | s8-channel-as-u8
  torch-fp32, torch-int8               torch, and its dynamic quantization of Linear

NORM `skip` lets the runtime merge residual and normalization (its default at level "all"), `apart`
disables that one optimizer: merged it is a slow loop, apart it is vectorized.

Loads: B8S32 is a batch of 8 sequences of 32 random ids; `--ids FILE` adds sentences of a JSON lines
file (each line a list of ids with [CLS] and [SEP]), sorted by length and padded within batches of
about 256 pieces. Word pieces count padding; `unpadded_per_cpu_second` does not.

`--hold avx2` compiles `peers/hold_to_avx2.c` and runs again under it, so that every library sees a
processor with AVX2 and nothing newer; `--watch` samples which instructions really execute.

Needs numpy and safetensors; onnx and onnxruntime, torch for their engines.
"""

import argparse
import ctypes
import functools
import hashlib
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"  # before numpy and torch are imported

import numpy as np  # noqa: E402

HERE = Path(__file__).resolve().parent
Batch = tuple[np.ndarray, np.ndarray]  # ids and mask, int32 [B, S]
Encode = Callable[[np.ndarray, np.ndarray], np.ndarray]
STRONGEST = {"onnxruntime-fp32": "fused:apart", "onnxruntime-int8": "fused:apart:s8-channel"}
WEIGHTS = (
    "s8-channel", "s8-tensor", "u8-channel", "u8-tensor", "s8-channel-7bit", "s8-channel-as-u8",
)  # fmt: skip
DEFAULT_ENGINES = ("torch-fp32", "onnxruntime-fp32", "onnxruntime-int8")
CENSUS = ("samples", "avx512", "vex", "fma", "vpdpbusd", "vpmaddubsw", "vpmaddwd", "cpuids")


# ---- Loads


def fixed_load(name: str, rng: np.random.Generator) -> list[Batch]:
    """`B8S32` as one batch of random ids between [CLS] and [SEP], without padding."""
    count, length = (int(part) for part in name.removeprefix("B").split("S"))
    ids = rng.integers(999, 30522, (count, length)).astype(np.int32)
    ids[:, 0], ids[:, -1] = 101, 102
    return [(ids, np.ones_like(ids))]


def sentence_load(path: Path, most: int, budget: int = 256) -> list[Batch]:
    """The sentences of `path`, sorted by length, padded within batches of about `budget` pieces."""
    with open(path, encoding="utf-8") as file:
        sentences = sorted((json.loads(line) for line in file if line.strip()), key=len)
    if most and len(sentences) > most:  # every n-th keeps the spread of lengths
        sentences = [sentences[i * len(sentences) // most] for i in range(most)]
    groups: list[list[list[int]]] = [[]]
    for sentence in sentences:
        sentence = sentence[:512]
        if groups[-1] and (len(groups[-1]) + 1) * len(sentence) > budget:
            groups.append([])
        groups[-1].append(sentence)
    batches = []
    for group in groups:
        ids = np.zeros((len(group), max(map(len, group))), np.int32)
        mask = np.zeros_like(ids)
        for row, sentence in enumerate(group):
            ids[row, : len(sentence)], mask[row, : len(sentence)] = sentence, 1
        batches.append((ids, mask))
    return batches


# ---- Engines: each returns (version, variant, function), or raises ImportError


def onnxruntime_engine(name: str, model: Path, cache: Path) -> tuple[str, str, Encode]:
    """ONNX Runtime on the CPU, one thread, no spinning, graph optimization level "all"."""
    import onnxruntime as ort

    base, _, variant = name.partition(":")
    variant = variant or STRONGEST[base]
    form, norm, *weights = variant.split(":")
    assert norm in ("skip", "apart") and all(kind in WEIGHTS for kind in weights), variant
    path = onnx_file(form, weights[0] if weights else None, model, cache)
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    if weights and weights[0].endswith("as-u8"):  # exact without VNNI: s8 weights turned to u8
        options.add_session_config_entry("session.x64quantprecision", "1")
    session = ort.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=(
            ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"] if norm == "apart" else []
        ),
    )

    def encode(ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        return session.run(None, {"ids": ids, "mask": mask})[0]

    return ort.__version__, variant, encode


def onnx_file(form: str, weights: str | None, model: Path, cache: Path) -> Path:
    """The graph of `form`, quantized to `weights`, made on first use in a folder of `cache` that is
    named by what it depends on: the weights, the graph's source and the runtime's version."""
    import onnxruntime as ort

    source = HERE / "peers" / "graph.py"
    cache = cache / fingerprint(model / "model.safetensors", source, ort.__version__)
    cache.mkdir(parents=True, exist_ok=True)
    plain = cache / f"{form}.onnx"
    if not plain.exists():
        from safetensors.numpy import load_file

        from peers.graph import write_graph

        draft = plain.with_suffix(".draft")
        write_graph(draft, load_file(model / "model.safetensors"), form)
        draft.rename(plain)
    if weights is None:
        return plain
    kind = weights.removesuffix("-as-u8")
    path = cache / f"{form}-{kind}.onnx"
    if not path.exists():
        import logging

        import onnx
        from onnxruntime.quantization import QuantType, quantize_dynamic

        logging.disable(logging.WARNING)
        draft = path.with_suffix(".draft")
        quantize_dynamic(
            str(plain),
            str(draft),
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel="channel" in kind,
            reduce_range=kind.endswith("7bit"),
            weight_type=QuantType.QUInt8 if kind.startswith("u8") else QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        draft.rename(path)
    return path


@functools.cache
def fingerprint(weights: Path, source: Path, version: str) -> str:
    digest = hashlib.sha256(version.encode())
    for path in (weights, source):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def torch_engine(name: str, model: Path, cache: Path) -> tuple[str, str, Encode]:
    """torch on the CPU, one thread: fused attention, Linear in fp32 or dynamically quantized."""
    import torch

    from peers.torch_encoder import load_encoder

    torch.set_num_threads(1)
    encoder, variant = load_encoder(model / "model.safetensors"), "fused attention"
    if name == "torch-int8":
        import warnings

        warnings.simplefilter("ignore")
        try:
            from torch.ao.quantization import per_channel_dynamic_qconfig, quantize_dynamic
        except ImportError as error:
            raise ImportError("torch.ao.quantization, which this torch no longer has") from error
        variant = f"dynamic, per channel, {torch.backends.quantized.engine}"
        encoder = quantize_dynamic(encoder, {torch.nn.Linear: per_channel_dynamic_qconfig})

    def encode(ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            return encoder(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()

    return torch.__version__, variant, encode


def make_engine(name: str, model: Path, cache: Path) -> tuple[str, str, Encode]:
    maker = name.partition("-")[0]
    makers = {"onnxruntime": onnxruntime_engine, "torch": torch_engine}
    if maker not in makers:
        sys.exit(f"unknown engine {name}")
    return makers[maker](name, model, cache)


# ---- Holding to AVX2


def preload(hold: str, watch: bool, cache: Path) -> None:
    """Compiles the library of `peers/hold_to_avx2.c` and runs this command again under it."""
    if os.environ.get("SYNOPTIC_PEERS_HELD") or not (watch or hold == "avx2"):
        return
    library = (cache / "hold_to_avx2.so").resolve()
    source = HERE / "peers" / "hold_to_avx2.c"
    build = ["cc", "-O2", "-shared", "-fPIC", "-o", str(library), str(source)]
    subprocess.run(build, check=True)
    environment = dict(os.environ, LD_PRELOAD=str(library), SYNOPTIC_PEERS_HELD="1")
    environment["HOLD_TO_AVX2"] = "1" if hold == "avx2" else "0"
    if hold == "avx2":
        parts = ("F", "VL", "BW", "DQ", "CD")
        hidden = ",".join(f"-AVX512{part}" for part in parts)
        environment["GLIBC_TUNABLES"] = f"glibc.cpu.hwcaps={hidden}"
    sys.stdout.flush()
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)


def census() -> list[int]:
    """What the preloaded library has counted so far, in the order of `CENSUS`."""
    counts = (ctypes.c_long * len(CENSUS))()
    ctypes.CDLL(None).hold_counts(counts)
    return list(counts)


# ---- Measuring


def cosines(
    encode: Encode, batches: list[Batch], reference: list[np.ndarray]
) -> tuple[float, float]:
    """The least and the mean cosine to the reference's vectors (which have unit length)."""
    values = []
    for (ids, mask), expected in zip(batches, reference):
        found = encode(ids, mask)
        norms = np.linalg.norm(found, axis=1) * np.linalg.norm(expected, axis=1)
        values.append((found * expected).sum(axis=1) / norms)
    joined = np.concatenate(values)
    return float(joined.min()), float(joined.mean())


def pieces_per_second(encode: Encode, batches: list[Batch], seconds: float) -> float:
    """Whole passes over the batches until `seconds` of CPU time are used."""
    pieces = sum(ids.size for ids, _ in batches)
    encode(*batches[-1])  # memory and caches as this load leaves them
    passes, start = 0, time.process_time()
    while (used := time.process_time() - start) < seconds or not passes:
        for ids, mask in batches:
            encode(ids, mask)
        passes += 1
    return passes * pieces / used


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True, help="folder of model.safetensors")
    parser.add_argument("--cache", type=Path, default=Path(".data/peers"), help="for ONNX graphs")
    parser.add_argument("--engines", default=",".join(DEFAULT_ENGINES), help="names, with commas")
    parser.add_argument("--survey", action="store_true", help="ONNX Runtime's variants instead")
    parser.add_argument("--loads", default="B8S32,B1S128,B8S128,B32S32", help="with commas")
    parser.add_argument("--ids", type=Path, help="JSON lines, each a list of ids")
    parser.add_argument("--sentences", type=int, default=400, help="at most from --ids (0: all)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.5, help="CPU-seconds a round and load")
    parser.add_argument("--hold", choices=["none", "avx2"], default="none")
    parser.add_argument("--watch", action="store_true", help="sample the instructions executed")
    parser.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    preload(options.hold, options.watch, options.cache)

    names = [name for name in options.engines.split(",") if name]
    if options.survey:
        shapes = [f"{form}:{norm}" for form in ("plain", "fused") for norm in ("skip", "apart")]
        names = [f"onnxruntime-fp32:{shape}" for shape in shapes]
        names += [f"onnxruntime-int8:{shape}:s8-channel" for shape in shapes]
        names += [f"onnxruntime-int8:fused:apart:{kind}" for kind in WEIGHTS[1:]]
    engines = {}
    for name in names:
        try:
            engines[name] = make_engine(name, options.model, options.cache)
        except ImportError as error:
            print(f"{name}: skipped, {error}", file=sys.stderr)

    rng = np.random.default_rng(7)
    loads = {name: fixed_load(name, rng) for name in options.loads.split(",") if name}
    if options.ids:
        loads[options.ids.stem] = sentence_load(options.ids, options.sentences)

    judge = "torch-fp32" if importlib.util.find_spec("torch") else "onnxruntime-fp32"
    try:
        judged = engines.get(judge) or make_engine(judge, options.model, options.cache)
    except ImportError as error:
        sys.exit(f"no reference to compare with: {error}")
    references = {
        load: [judged[2](ids, mask) for ids, mask in batches] for load, batches in loads.items()
    }
    agreement = {
        (name, load): cosines(engine[2], batches, references[load])
        for name, engine in engines.items()
        for load, batches in loads.items()
    }

    figures: dict[tuple[str, str], list[float]] = {key: [] for key in agreement}
    seen = {key: [0] * len(CENSUS) for key in agreement}
    if options.watch:
        ctypes.CDLL(None).hold_watch(ctypes.c_long(1000))
    for _ in range(options.rounds):
        for load, batches in loads.items():
            for name, engine in engines.items():
                before = census() if options.watch else []
                figures[name, load].append(pieces_per_second(engine[2], batches, options.seconds))
                if options.watch:
                    grown = [now - then for now, then in zip(census(), before)]
                    seen[name, load] = [a + b for a, b in zip(seen[name, load], grown)]
    if options.watch:
        ctypes.CDLL(None).hold_watch(ctypes.c_long(0))

    rows = []
    for (name, load), values in figures.items():
        version, variant, _ = engines[name]
        real = sum(int(mask.sum()) for _, mask in loads[load])
        median = statistics.median(values)
        row = {
            "engine": name.partition(":")[0],
            "version": version,
            "variant": variant,
            "hold": options.hold,
            "load": load,
            "pieces_per_cpu_second": round(median, 1),
            "min": round(min(values), 1),
            "max": round(max(values), 1),
            "unpadded_per_cpu_second": round(
                median * real / sum(ids.size for ids, _ in loads[load]), 1
            ),
            "rounds": options.rounds,
            "cosine_min": round(agreement[name, load][0], 6),
            "cosine_mean": round(agreement[name, load][1], 6),
            "reference": judge,
        }
        if options.watch:
            row["census"] = dict(zip(CENSUS, seen[name, load]))
            row["census"]["cpuids"] = census()[-1]  # the whole process's: they fall at the start
        rows.append(row)
    report(rows, options.json)


def report(rows: list[dict], as_json: bool) -> None:
    if as_json:
        for row in rows:
            print(json.dumps(row))
        return
    if not rows:
        return
    first = rows[0]
    print(f"word pieces per CPU-second, one thread, median of {first['rounds']} rounds (min-max)")
    print(f"cosine: least and mean, to {first['reference']}; processor held to: {first['hold']}")
    for row in rows:
        engine = f"{row['engine']} {row['version']} ({row['variant']})"
        span = f"({row['min']:.0f}-{row['max']:.0f})"
        print(
            f"{engine:58} {row['load']:10} {row['pieces_per_cpu_second']:8.0f} {span:15}"
            f" unpadded {row['unpadded_per_cpu_second']:6.0f}"
            f"  cosine {row['cosine_min']:.5f} {row['cosine_mean']:.5f}"
        )
        if "census" in row:
            print("    executed: " + ", ".join(f"{k} {v}" for k, v in row["census"].items()))


if __name__ == "__main__":
    main()
