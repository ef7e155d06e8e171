"""The sentence encoder in torch, fp32: the reference of every comparison, and itself a peer.

Query, key and value are one Linear, attention is torch's own fused function, and the mask is passed
only where a batch has padding.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, INNER, EPSILON = 6, 384, 12, 1536, 1e-12


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        count, length, _ = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        context = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        context = context.transpose(1, 2).reshape(count, length, WIDTH)
        x = self.mix_norm(x + self.mix(context))
        return self.norm(x + self.narrow(functional.gelu(self.widen(x))))


class SentenceEncoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """int32 [B, S] ids and mask to fp32 [B, 384] of unit length."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]])
        weights = mask.to(x.dtype)
        present = None if bool(mask.all()) else mask.bool()[:, None, None, :]
        for layer in self.layers:
            x = layer(x, present)
        total = torch.bmm(weights[:, None], x)[:, 0]
        return functional.normalize(total, dim=-1)


def load_encoder(path: Path) -> SentenceEncoder:
    """The encoder with the weights of a BERT safetensors file."""
    w = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    state = {
        "words.weight": w["embeddings.word_embeddings.weight"],
        # The only token type is 0.
        "places.weight": w["embeddings.position_embeddings.weight"]
        + w["embeddings.token_type_embeddings.weight"][0],
    }
    pairs = {"norm": "embeddings.LayerNorm"}
    for i in range(LAYERS):
        old = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            state[f"layers.{i}.qkv.{part}"] = torch.cat(
                [w[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
        pairs[f"layers.{i}.mix"] = f"{old}attention.output.dense"
        pairs[f"layers.{i}.mix_norm"] = f"{old}attention.output.LayerNorm"
        pairs[f"layers.{i}.widen"] = f"{old}intermediate.dense"
        pairs[f"layers.{i}.narrow"] = f"{old}output.dense"
        pairs[f"layers.{i}.norm"] = f"{old}output.LayerNorm"
    for new, old in pairs.items():
        for part in ("weight", "bias"):
            state[f"{new}.{part}"] = w[f"{old}.{part}"]
    encoder = SentenceEncoder().eval()
    encoder.load_state_dict(state)
    return encoder
