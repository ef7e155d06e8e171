"""The mean of a network's weights over steps (Izmailov et al. 2018)."""

import torch


class Mean:
    """Sums of trained weights and how many there are."""

    def __init__(self):
        self.sums: dict[str, torch.Tensor] = {}
        self.count = 0

    def add(self, network) -> None:
        """Adds the weights as they are."""
        for name, value in network.named_parameters():
            if value.requires_grad:
                if name not in self.sums:
                    self.sums[name] = torch.zeros_like(value)
                self.sums[name] += value.detach()
        self.count += 1

    @torch.no_grad()
    def put(self, network) -> None:
        """Gives a network the mean."""
        for name, value in network.named_parameters():
            if name in self.sums:
                value.copy_(self.sums[name] / self.count)

    def state(self) -> dict:
        return {"sums": self.sums, "count": self.count}

    def load(self, state: dict) -> None:
        self.sums, self.count = state["sums"], state["count"]
