"""The encoder and the heads of all tasks in torch.

The encoder is BERT (Devlin et al. 2019) with a table of written shapes beside those of words and
positions; heads are those of Sources/Encoder/Heads: linear layers over a word's first piece and
deep biaffine scores (Dozat and Manning 2017).
"""

import torch
from torch import nn
from torch.nn import functional

from synoptic_training.labels import ATTRIBUTIONS, NAMES, ROLES, SENTENCES, TAGS, Labels
from synoptic_training.pieces import SHAPES

BUCKETS = 17


class Dropout(nn.Module):
    """Dropout whose draws are bytes: on a CPU torch's own draws take longer than the products."""

    def __init__(self, share: float):
        super().__init__()
        self.dropped = round(256 * share)

    def forward(self, x):
        if not self.training or self.dropped == 0:
            return x
        draws = torch.empty(-(-x.numel() // 8), dtype=torch.long, device=x.device)
        draws = draws.random_(-2 ** 63, None).view(torch.uint8)[:x.numel()].view(x.shape)
        return x * (draws >= self.dropped).to(x.dtype).mul_(256 / (256 - self.dropped))


def attention(query, key, value, mask):
    """Softmax-weighted values. On a CPU the fused one is slow on its way back."""
    if query.is_cuda:
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
    if mask is not None:
        scores = scores + torch.zeros(mask.shape, dtype=scores.dtype).masked_fill_(~mask, -1e4)
    return scores.softmax(-1) @ value


class Layer(nn.Module):
    """Attention and feed-forward, each normalized after the residual."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float):
        super().__init__()
        self.heads = heads
        self.attention_input = nn.Linear(width, 3 * width)
        self.attention_output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, epsilon)
        self.feed_input = nn.Linear(width, inner)
        self.feed_output = nn.Linear(inner, width)
        self.feed_norm = nn.LayerNorm(width, epsilon)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        count, length, width = x.shape
        inner = self.attention_input(x).view(count, length, 3, self.heads, -1)
        query, key, value = inner.permute(2, 0, 3, 1, 4)
        mixed = attention(query, key, value, mask)
        mixed = mixed.transpose(1, 2).reshape(count, length, width)
        x = self.attention_norm(x + self.dropout(self.attention_output(mixed)))
        inner = functional.gelu(self.feed_input(x))
        return self.feed_norm(x + self.dropout(self.feed_output(inner)))


class Encoder(nn.Module):
    """Word pieces to states; the table of words stays as it came."""

    def __init__(self, tensors: dict, config: dict, dropout: float):
        super().__init__()
        tensors = {name.removeprefix("bert."): value for name, value in tensors.items()}
        width = config["hidden_size"]
        epsilon = config["layer_norm_eps"]
        self.words = nn.Parameter(tensors["embeddings.word_embeddings.weight"],
                                  requires_grad=False)
        self.positions = nn.Parameter(tensors["embeddings.position_embeddings.weight"]
                                      + tensors["embeddings.token_type_embeddings.weight"][0])
        self.shapes = nn.Parameter(torch.zeros(SHAPES, width))
        self.norm = nn.LayerNorm(width, epsilon)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], epsilon,
                  dropout) for _ in range(config["num_hidden_layers"]))
        self.dropout = Dropout(dropout)
        with torch.no_grad():
            self.take(self.norm, tensors, "embeddings.LayerNorm")
            for index, layer in enumerate(self.layers):
                old = f"encoder.layer.{index}."
                for part in ("weight", "bias"):
                    getattr(layer.attention_input, part).copy_(torch.cat(
                        [tensors[f"{old}attention.self.{name}.{part}"]
                         for name in ("query", "key", "value")]))
                self.take(layer.attention_output, tensors, old + "attention.output.dense")
                self.take(layer.attention_norm, tensors, old + "attention.output.LayerNorm")
                self.take(layer.feed_input, tensors, old + "intermediate.dense")
                self.take(layer.feed_output, tensors, old + "output.dense")
                self.take(layer.feed_norm, tensors, old + "output.LayerNorm")

    @staticmethod
    def take(module, tensors, name):
        module.weight.copy_(tensors[name + ".weight"])
        module.bias.copy_(tensors[name + ".bias"])

    def forward(self, ids, shapes, lengths):
        length = ids.shape[1]
        x = self.words[ids] + self.positions[:length] + self.shapes[shapes]
        x = self.dropout(self.norm(x))
        mask = None
        if (lengths < length).any():
            mask = (torch.arange(length, device=ids.device)[None] < lengths[:, None])[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Biaffine(nn.Module):
    """score(d, h)[l] = d' U[l] h' + a[l] d' + b[l] h' + distance[l]."""

    def __init__(self, width: int, inner: int, labels: int, has_distances: bool):
        super().__init__()
        self.dependents = nn.Linear(width, inner)
        self.heads = nn.Linear(width, inner)
        self.bilinear = nn.Parameter(torch.randn(labels, inner, inner) * (0.5 / inner))
        self.dependent_terms = nn.Linear(inner, labels)
        self.head_terms = nn.Linear(inner, labels, bias=False)
        self.distances = nn.Parameter(torch.zeros(BUCKETS, labels)) if has_distances else None

    def projected(self, dependents, heads):
        """What the scores are made of; float32 from here on."""
        return (functional.gelu(self.dependents(dependents)).float(),
                functional.gelu(self.heads(heads)).float())

    def pairs(self, d, h, distances):
        """[..., d, h, labels] for projected words; `distances` [..., d, h] are buckets, BUCKETS
        for none."""
        mixed = torch.einsum("...di,lij->...dlj", d, self.bilinear)
        scores = (mixed.flatten(-3, -2) @ h.transpose(-1, -2)).unflatten(-2, mixed.shape[-3:-1])
        scores = scores.transpose(-1, -2) + self.dependent_terms(d)[..., :, None, :]
        scores = scores + self.head_terms(h)[..., None, :, :]
        table = torch.cat([self.distances, torch.zeros_like(self.distances[:1])])
        return scores + table[distances]

    def chosen(self, d, h):
        """[..., labels] for projected rows of equal number."""
        mixed = torch.einsum("...i,lij->...lj", d, self.bilinear)
        scores = (mixed @ h[..., None])[..., 0]
        return scores + self.dependent_terms(d) + self.head_terms(h)

    def all_pairs(self, dependents, heads, distances):
        """The same as `pairs` for states."""
        return self.pairs(*self.projected(dependents, heads), distances)

    def chosen_pairs(self, dependents, heads):
        """The same as `chosen` for states."""
        return self.chosen(*self.projected(dependents, heads))


def bucket(distance):
    """0, and 1, 2-3, 4-7 … 128 and more on either side, as Sources/Encoder/Heads/Biaffine."""
    size = distance.abs().clamp_min(1).float().log2().floor().long().clamp(max=7) + 1
    return torch.where(distance == 0, 8, 8 + distance.sign() * size)


class Network(nn.Module):
    """One encoder, all heads."""

    def __init__(self, encoder: Encoder, labels: Labels, sizes: dict, dropout: float):
        super().__init__()
        self.encoder = encoder
        self.labels = labels
        width = encoder.positions.shape[1]
        self.dropout = Dropout(dropout)
        self.sentences = nn.Linear(width, len(SENTENCES))
        self.tags = nn.Linear(width, len(TAGS))
        self.names = nn.Linear(width, len(NAMES))
        self.attributions = nn.Linear(width, len(ATTRIBUTIONS))
        self.arcs = Biaffine(width, sizes["arcs"], 1, True)
        self.relations = Biaffine(width, sizes["relations"], len(labels.relations), False)
        self.roles = Biaffine(width, sizes["roles"], len(ROLES), True)
        self.vectors = nn.Linear(width, width)
        with torch.no_grad():
            self.vectors.weight.copy_(torch.eye(width))
            self.vectors.bias.zero_()
