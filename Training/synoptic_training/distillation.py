"""What teachers say of a batch, and how far a network is from it (Hinton, Vinyals and Dean 2015).

Teachers are networks of the same labels, several for their mean. They speak of every word of every
window, also of tasks that its corpus has no labels for.
"""

import torch
from torch.nn import functional

from synoptic_training.batches import Batch
from synoptic_training.losses import arc_scores, relation_scores, tree_places, word_rows
from synoptic_training.network import Network

WORDWISE = ("sentences", "tags", "names", "attributions")


class Teachers:
    """Networks that are not trained."""

    def __init__(self, networks: list[Network]):
        self.networks = [network.eval().requires_grad_(False) for network in networks]

    def losses(self, network: Network, flat, batch: Batch) -> dict[str, torch.Tensor]:
        """The summed cross-entropy of each task to the teachers' mean.

        `flat` has the states of `network` laid end to end.
        """
        device = flat.device
        with torch.no_grad():
            theirs = [teacher.encoder(batch.ids.to(device), batch.shapes.to(device),
                                      batch.lengths.to(device)).flatten(0, 1)
                      for teacher in self.networks]
        rows = word_rows(batch)
        words = torch.cat(rows).to(device)
        place, present = tree_places(
            [(index, first - window.start, end - first)
             for index, window in enumerate(batch.windows) for first, end, _ in window.parts],
            rows, batch.ids.shape[1], device)
        is_word = present[:, 1:]
        found = {}

        def compare(name, scores):
            with torch.no_grad():
                likely = sum(scores(teacher, states).float().softmax(-1) for teacher, states
                             in zip(self.networks, theirs)) / len(theirs)
            found[name] = functional.cross_entropy(scores(network, flat).float(), likely,
                                                   reduction="sum")
            return likely

        for name in WORDWISE:
            compare(name, lambda network, states: wordwise(network, name, states[words]))
        likely = compare("arcs", lambda network, states: arc_scores(
            network, states, place, present)[is_word])
        # Relations to the heads that the teachers think best.
        heads = torch.zeros_like(place[:, 1:])
        heads[is_word] = likely.argmax(-1)
        pairs = place[:, 1:][is_word], place.gather(1, heads)[is_word]
        compare("relations", lambda network, states: relation_scores(network, states, *pairs))
        return found


def wordwise(network: Network, name: str, states) -> torch.Tensor:
    """The scores of a head over words; the layers of attributions are rows of their own."""
    scores = getattr(network, name)(states)
    return scores.unflatten(-1, (-1, 3)).flatten(0, 1) if name == "attributions" else scores
