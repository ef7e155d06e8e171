"""The sentence encoder as ONNX graphs, written from its weights without an exporter.

Two forms of the same function, ids and mask to unit sentence vectors (mean over the mask):

- `plain`: only standard operators, as an exporter would write them (attention out of MatMul,
  Transpose and Softmax). ONNX Runtime fuses what it recognizes.
- `fused`: attention as ONNX Runtime's own `Attention` operator, which its transformer optimizer
  would put there and which dynamic quantization turns into `QAttention`.

Writing the graph directly gives the runtime what its optimizer aims for, and does not depend on
whether an exporter's output still matches the optimizer's patterns.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, WIDTH, HEADS, EPSILON = 6, 384, 12, 1e-12
FORMS = ("plain", "fused")
VENDOR = "com.microsoft"  # the domain of ONNX Runtime's own operators


class GraphBuilder:
    """Collects nodes and constants; names are made from a running number."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def integers(self, name: str, values: list[int]) -> str:
        return self.constant(name, np.array(values, np.int64))

    def __call__(self, kind: str, inputs: list[str], domain: str = "", outputs: int = 1, **given):
        number = len(self.nodes)
        names = [f"{kind}_{number}_{i}" for i in range(outputs)]
        self.nodes.append(
            helper.make_node(kind, inputs, names, name=f"{kind}_{number}", domain=domain, **given)
        )
        return names[0] if outputs == 1 else names


def write_graph(path: Path, weights: dict[str, np.ndarray], form: str) -> None:
    """Writes the encoder in `form` to `path`. Inputs `ids` and `mask` are int32 [B, S]."""
    assert form in FORMS
    w = {name.removeprefix("bert."): value for name, value in weights.items()}
    g = GraphBuilder()

    def layer_norm(x: str, name: str) -> str:
        gain = g.constant(f"{name}.gain", w[f"{name}.weight"])
        bias = g.constant(f"{name}.bias", w[f"{name}.bias"])
        return g("LayerNormalization", [x, gain, bias], axis=-1, epsilon=EPSILON)

    def dense(x: str, name: str) -> str:
        matrix = g.constant(f"{name}.matrix", w[f"{name}.weight"].T)
        bias = g.constant(f"{name}.bias", w[f"{name}.bias"])
        return g("Add", [g("MatMul", [x, matrix]), bias])

    # The only token type is 0, so its row is added to the places once.
    prefix = "embeddings."
    places = w[f"{prefix}position_embeddings.weight"]
    places = places + w[f"{prefix}token_type_embeddings.weight"][0]
    words = g.constant("words", w[f"{prefix}word_embeddings.weight"])
    length = g("Shape", ["ids"], start=1, end=2)
    start, axis = g.integers("start", [0]), g.integers("axis", [0])
    place = g("Slice", [g.constant("places", places), start, length, axis])
    x = layer_norm(g("Add", [g("Gather", [words, "ids"]), place]), f"{prefix}LayerNorm")

    mask = g("Cast", ["mask"], to=TensorProto.FLOAT)
    if form == "plain":
        absent = g("Sub", [g.constant("one", np.float32(1)), mask])
        penalty = g("Mul", [absent, g.constant("large", np.float32(-10000))])
        penalty = g("Unsqueeze", [penalty, g.integers("axes12", [1, 2])])
        by_head = g.integers("by_head", [0, 0, HEADS, WIDTH // HEADS])
        joined = g.integers("joined", [0, 0, WIDTH])
        scale = g.constant("scale", np.float32((WIDTH // HEADS) ** -0.5))

    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
        matrix = np.concatenate([w[f"{part}.weight"].T for part in parts], axis=1)
        bias = np.concatenate([w[f"{part}.bias"] for part in parts])
        matrix, bias = g.constant(f"{name}qkv", matrix), g.constant(f"{name}qkv.bias", bias)
        if form == "fused":
            context = g("Attention", [x, matrix, bias, "mask"], VENDOR, num_heads=HEADS)
        else:
            qkv = g("Add", [g("MatMul", [x, matrix]), bias])
            q, k, v = [
                g("Transpose", [g("Reshape", [part, by_head])], perm=perm)
                for part, perm in zip(
                    g("Split", [qkv], outputs=3, axis=2, num_outputs=3),
                    ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]),
                )
            ]
            scores = g("Add", [g("Mul", [g("MatMul", [q, k]), scale]), penalty])
            context = g("MatMul", [g("Softmax", [scores], axis=-1), v])
            context = g("Reshape", [g("Transpose", [context], perm=[0, 2, 1, 3]), joined])
        y = g("Add", [dense(context, f"{name}attention.output.dense"), x])
        x = layer_norm(y, f"{name}attention.output.LayerNorm")
        y = g("Gelu", [dense(x, f"{name}intermediate.dense")])
        y = g("Add", [dense(y, f"{name}output.dense"), x])
        x = layer_norm(y, f"{name}output.LayerNorm")

    # The mean over the mask, then unit length: the sum does, as scale drops out.
    one = g.integers("axis1", [1])
    total = g("Squeeze", [g("MatMul", [g("Unsqueeze", [mask, one]), x]), one])
    vectors = g("LpNormalization", [total], axis=-1, p=2)
    g.nodes.append(helper.make_node("Identity", [vectors], ["vectors"]))

    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, ["B", "S"])
        for name in ("ids", "mask")
    ]
    output = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["B", WIDTH])
    graph = helper.make_graph(g.nodes, "encoder", inputs, [output], list(g.constants.values()))
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(VENDOR, 1)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), str(path))
