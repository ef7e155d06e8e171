"""What a batch costs: one sum over all tasks, per word.

Every task's loss is a sum over its words divided by the words of the whole batch, so that a word
weighs the same in every batch, whatever else is in it.
"""

import torch
from torch.nn import functional

from synoptic_training.batches import Batch
from synoptic_training.documents import IGNORED
from synoptic_training.labels import LAYERS
from synoptic_training.network import BUCKETS, Network, bucket

NESTED_WEIGHT = 0.5


def gathered(arrays, device) -> torch.Tensor:
    """Arrays laid end to end."""
    return torch.cat([torch.as_tensor(array) for array in arrays]).to(device)


def entropy(scores, labels, smoothing: float = 0.0):
    """The summed cross-entropy of rows; IGNORED rows cost nothing."""
    return functional.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), labels.reshape(-1),
                                    ignore_index=IGNORED, reduction="sum",
                                    label_smoothing=smoothing)


class Losses:
    """The losses of a network on batches, with the weight of each task."""

    def __init__(self, network: Network, weights: dict[str, float], smoothing: float = 0.0):
        self.network = network
        self.weights = weights
        self.smoothing = smoothing

    def of(self, batch: Batch) -> dict[str, torch.Tensor]:
        """The loss of each task in the batch, weighted."""
        network = self.network
        device = network.encoder.words.device
        states = network.encoder(batch.ids.to(device), batch.shapes.to(device),
                                 batch.lengths.to(device))
        flat = network.dropout(states).flatten(0, 1)
        length = states.shape[1]
        rows = [torch.tensor(window.firsts) + length * index
                for index, window in enumerate(batch.windows)]
        words = sum(len(row) for row in rows)
        parts: dict[str, torch.Tensor] = {}

        def add(name: str, value) -> None:
            parts[name] = self.weights[name] * value / words

        for name, field, head in (("sentences", "starts", network.sentences),
                                  ("tags", "tags", network.tags),
                                  ("names", "names", network.names)):
            chosen = [index for index, target in enumerate(batch.targets)
                      if getattr(target, field) is not None]
            if chosen:
                row = torch.cat([rows[index] for index in chosen]).to(device)
                add(name, entropy(head(flat[row]), gathered(
                    [getattr(batch.targets[index], field) for index in chosen], device),
                    self.smoothing))
        self.add_trees(batch, flat, rows, length, add)
        self.add_attributions(batch, flat, rows, add)
        if self.weights.get("vectors"):
            self.add_vectors(batch, states, add)
        return parts

    def add_trees(self, batch: Batch, flat, rows, length: int, add) -> None:
        network, device = self.network, flat.device
        trees = [(index, *tree) for index, target in enumerate(batch.targets)
                 for tree in target.trees or []]
        if not trees:
            return
        most = max(len(heads) for _, _, heads, _ in trees)
        place = torch.zeros(len(trees), most + 1, dtype=torch.long)
        present = torch.zeros(len(trees), most + 1, dtype=torch.bool)
        head = torch.full((len(trees), most), IGNORED)
        relation = torch.full((len(trees), most), IGNORED)
        for row, (index, first, heads, relations) in enumerate(trees):
            count = len(heads)
            place[row, 0] = length * index
            place[row, 1:count + 1] = rows[index][first:first + count]
            present[row, :count + 1] = True
            head[row, :count] = torch.as_tensor(heads)
            relation[row, :count] = torch.as_tensor(relations)
        place, present = place.to(device), present.to(device)
        head, relation = head.to(device), relation.to(device)
        steps = torch.arange(most + 1, device=device)
        distances = bucket(steps[None] - steps[1:, None])
        distances[:, 0] = BUCKETS
        # Every state is projected, then words are picked: products of one shape are the quickest.
        dependents, heads = (values[place] for values in network.arcs.projected(flat, flat))
        with torch.autocast(device.type, enabled=False):
            scores = network.arcs.pairs(dependents[:, 1:], heads, distances)[..., 0]
        scores = scores.masked_fill(~present[:, None], -1e4)
        add("arcs", entropy(scores, head))
        known = (head != IGNORED) & (relation != IGNORED)
        dependents, heads = network.relations.projected(flat, flat)
        with torch.autocast(device.type, enabled=False):
            scores = network.relations.chosen(
                dependents[place[:, 1:][known]],
                heads[place.gather(1, head.clamp_min(0))[known]])
        add("relations", entropy(scores, relation[known], self.smoothing))

    def add_attributions(self, batch: Batch, flat, rows, add) -> None:
        network, device = self.network, flat.device
        chosen = [index for index, target in enumerate(batch.targets)
                  if target.layers is not None]
        if not chosen:
            return
        row = torch.cat([rows[index] for index in chosen]).to(device)
        scores = network.attributions(flat[row]).view(-1, len(LAYERS), 3)
        layers = torch.cat([torch.as_tensor(batch.targets[index].layers)
                            for index in chosen], dim=1).to(device)
        loss = sum((NESTED_WEIGHT if name == "nested" else 1.0)
                   * entropy(scores[:, layer], layers[layer])
                   for layer, name in enumerate(LAYERS))
        add("attributions", loss)
        cues = [(rows[index], cue, marks) for index in chosen
                for cue, marks in batch.targets[index].roles]
        if not cues:
            return
        most = max(len(row) for row, _, _ in cues)
        place = torch.zeros(len(cues), most, dtype=torch.long)
        labels = torch.full((len(cues), most), IGNORED)
        for index, (row, _, marks) in enumerate(cues):
            place[index, :len(row)] = row
            labels[index, :len(row)] = torch.as_tensor(marks)
        place, labels = place.to(device), labels.to(device)
        first = torch.tensor([cue for _, cue, _ in cues], device=device)[:, None]
        distances = bucket(torch.arange(most, device=device) - first)[:, None]
        dependents, heads = network.roles.projected(flat, flat)
        with torch.autocast(device.type, enabled=False):
            scores = network.roles.pairs(dependents[place.gather(1, first)], heads[place],
                                         distances)[:, 0]
        # A window's cues share its weight.
        weights = torch.tensor([1 / len(batch.targets[index].roles) for index in chosen
                                for _ in batch.targets[index].roles], device=device)
        costs = functional.cross_entropy(scores.transpose(1, 2), labels, ignore_index=IGNORED,
                                         reduction="none")
        add("roles", (costs.sum(1) * weights).sum())

    def add_vectors(self, batch: Batch, states, add) -> None:
        """Close to the base model's own vectors: each by cosine, pairs by their similarity."""
        spans, theirs = [], []
        for index, window in enumerate(batch.windows):
            for span, vector in sentence_spans(window):
                if vector is not None:
                    spans.append((index * states.shape[1] + span[0], span[1] - span[0]))
                    theirs.append(torch.as_tensor(vector).float())
        if len(spans) < 2:
            return
        means = torch.zeros(len(spans), states.shape[0] * states.shape[1])
        for row, (first, length) in enumerate(spans):
            means[row, first:first + length] = 1 / length
        with torch.autocast(states.device.type, enabled=False):
            ours = means.to(states.device) @ states.flatten(0, 1).float()
            mine = functional.normalize(self.network.vectors(ours), dim=-1)
            base = torch.stack(theirs).to(mine.device)
            difference = mine @ mine.T - base @ base.T
            pairs = difference.square().sum() / (len(mine) * (len(mine) - 1))
            cosine = 1 - (mine * base).sum(-1).mean()
        # A batch's mean, scaled as the sums of the other tasks are: by words.
        words = sum(window.end - window.start for window in batch.windows)
        add("vectors", words * (cosine + pairs))


def sentence_spans(window):
    """Each whole sentence of a window: its pieces [first, end), and the base model's vector."""
    document = window.document
    for first, end, index in window.parts:
        sentence = document.sentences[index]
        if (first, end) != (sentence.first, sentence.end):
            continue
        start = window.firsts[first - window.start]
        last = end - window.start
        if last < len(window.firsts):
            stop = window.firsts[last]
            if window.ids[stop - 1] == window.ids[-1]:
                stop -= 1
        else:
            stop = len(window.ids) - 1
        yield (start, stop), sentence.vector
