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
    return functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), labels.reshape(-1),
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
        x = flat[place]
        steps = torch.arange(most + 1, device=device)
        distances = bucket(steps[None] - steps[1:, None])
        distances[:, 0] = BUCKETS
        scores = network.arcs.all_pairs(x[:, 1:], x, distances)[..., 0]
        scores = scores.masked_fill(~present[:, None], -1e4)
        add("arcs", entropy(scores, head))
        known = (head != IGNORED) & (relation != IGNORED)
        heads = x.gather(1, head.clamp_min(0)[..., None].expand(-1, -1, x.shape[-1]))
        scores = network.relations.chosen_pairs(x[:, 1:][known], heads[known])
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
        total = 0
        for index in chosen:
            roles = batch.targets[index].roles
            if not roles:
                continue
            row = rows[index].to(device)
            cues = torch.tensor([cue for cue, _ in roles], device=device)
            steps = torch.arange(len(row), device=device)
            x = flat[row]
            scores = network.roles.all_pairs(x[cues], x, bucket(steps[None] - cues[:, None]))
            labels = torch.stack([torch.as_tensor(marks) for _, marks in roles]).to(device)
            total = total + entropy(scores, labels) / len(roles)
        if torch.is_tensor(total):
            add("roles", total)

    def add_vectors(self, batch: Batch, states, add) -> None:
        """Close to the base model's own vectors: each by cosine, pairs by their similarity."""
        ours, theirs, count = [], [], 0
        for index, window in enumerate(batch.windows):
            for span, vector in sentence_spans(window):
                if vector is not None:
                    ours.append(states[index, span[0]:span[1]].mean(0))
                    theirs.append(torch.as_tensor(vector))
                    count += window.end - window.start
        if len(ours) < 2:
            return
        mine = functional.normalize(self.network.vectors(torch.stack(ours)), dim=-1)
        base = torch.stack(theirs).float().to(mine.device)
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
