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


def word_rows(batch: Batch) -> list[torch.Tensor]:
    """Where the words of each window stand among the states laid end to end."""
    return [torch.tensor(window.firsts) + batch.ids.shape[1] * index
            for index, window in enumerate(batch.windows)]


def tree_places(trees, rows, length: int, device):
    """Where root and words of each tree (window, first word in it, words) stand among the states,
    [trees, 1 + words], and which of these places are words or roots."""
    most = max(count for _, _, count in trees)
    place = torch.zeros(len(trees), most + 1, dtype=torch.long)
    present = torch.zeros(len(trees), most + 1, dtype=torch.bool)
    for row, (index, first, count) in enumerate(trees):
        place[row, 0] = length * index
        place[row, 1:count + 1] = rows[index][first:first + count]
        present[row, :count + 1] = True
    return place.to(device), present.to(device)


def arc_scores(network: Network, flat, place, present) -> torch.Tensor:
    """[trees, words, 1 + words]: each word's heads, the root first."""
    steps = torch.arange(place.shape[1], device=flat.device)
    distances = bucket(steps[None] - steps[1:, None])
    distances[:, 0] = BUCKETS
    # Every state is projected, then words are picked: products of one shape are the quickest.
    dependents, heads = (values[place] for values in network.arcs.projected(flat, flat))
    with torch.autocast(flat.device.type, enabled=False):
        scores = network.arcs.pairs(dependents[:, 1:], heads, distances)[..., 0]
    return scores.masked_fill(~present[:, None], -1e4)


def relation_scores(network: Network, flat, words, heads) -> torch.Tensor:
    """[words, relations] of words to their heads, places among the states."""
    dependents, others = network.relations.projected(flat, flat)
    with torch.autocast(flat.device.type, enabled=False):
        return network.relations.chosen(dependents[words], others[heads])


class Losses:
    """The losses of a network on batches, with the weight of each task.

    `taught` gives the losses of what teachers say, by task; `share` of the weight of such a task goes
    to them. A task without a weight costs nothing and is not looked at.
    """

    def __init__(self, network: Network, weights: dict[str, float], smoothing: float = 0.0,
                 taught=None, share: float = 0.0):
        self.network = network
        self.weights = weights
        self.smoothing = smoothing
        self.taught = taught
        self.share = share

    def of(self, batch: Batch) -> dict[str, torch.Tensor]:
        """The loss of each task in the batch, weighted."""
        network = self.network
        device = network.encoder.words.device
        states = network.encoder(batch.ids.to(device), batch.shapes.to(device),
                                 batch.lengths.to(device))
        flat = network.dropout(states).flatten(0, 1)
        length = states.shape[1]
        rows = word_rows(batch)
        words = sum(len(row) for row in rows)
        parts: dict[str, torch.Tensor] = {}

        taught = self.taught(network, flat, batch) if self.taught else {}

        def add(name: str, value) -> None:
            own = 1 - self.share if name in taught else 1.0
            parts[name] = self.weights[name] * own * value / words

        for name, field, head in (("sentences", "starts", network.sentences),
                                  ("tags", "tags", network.tags),
                                  ("names", "names", network.names)):
            chosen = [index for index, target in enumerate(batch.targets)
                      if getattr(target, field) is not None]
            if chosen and self.weights.get(name):
                row = torch.cat([rows[index] for index in chosen]).to(device)
                add(name, entropy(head(flat[row]), gathered(
                    [getattr(batch.targets[index], field) for index in chosen], device),
                    self.smoothing))
        if self.weights.get("arcs"):
            self.add_trees(batch, flat, rows, length, add)
        if self.weights.get("attributions"):
            self.add_attributions(batch, flat, rows, add)
        if self.weights.get("vectors"):
            self.add_vectors(batch, states, add)
        for name, value in taught.items():
            parts["taught " + name] = self.weights[name] * self.share * value / words
        return parts

    def add_trees(self, batch: Batch, flat, rows, length: int, add) -> None:
        network, device = self.network, flat.device
        trees = [(index, *tree) for index, target in enumerate(batch.targets)
                 for tree in target.trees or []]
        if not trees:
            return
        place, present = tree_places(
            [(index, first, len(heads)) for index, first, heads, _ in trees], rows, length, device)
        head = torch.full((len(trees), place.shape[1] - 1), IGNORED)
        relation = torch.full_like(head, IGNORED)
        for row, (_, _, heads, relations) in enumerate(trees):
            head[row, :len(heads)] = torch.as_tensor(heads)
            relation[row, :len(heads)] = torch.as_tensor(relations)
        head, relation = head.to(device), relation.to(device)
        add("arcs", entropy(arc_scores(network, flat, place, present), head))
        known = (head != IGNORED) & (relation != IGNORED)
        scores = relation_scores(network, flat, place[:, 1:][known],
                                 place.gather(1, head.clamp_min(0))[known])
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
