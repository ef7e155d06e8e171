"""AdamW with a rate for each layer, a warm-up and a linear decay."""

import torch


class Optimizer:
    """Steps a network; `steps` is the length of the whole run."""

    def __init__(self, network, settings: dict, steps: int):
        self.network = network
        self.settings = settings
        self.steps = steps
        self.count = 0
        self.optimizer = torch.optim.AdamW(groups(network, settings), fused=True)
        for group in self.optimizer.param_groups:
            group["full"] = group["lr"]

    def share(self, step: int) -> float:
        """The part of the full rate at a step."""
        warmup = max(1, round(self.settings["warmup"] * self.steps))
        if step < warmup:
            return step / warmup
        return max(0.0, (self.steps - step) / (self.steps - warmup))

    def step(self, loss) -> None:
        """One step down."""
        self.count += 1
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * self.share(self.count)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(
            [value for value in self.network.parameters() if value.requires_grad],
            self.settings["clip"])
        self.optimizer.step()

    def state(self) -> dict:
        return {"optimizer": self.optimizer.state_dict(), "count": self.count}

    def load(self, state: dict) -> None:
        self.optimizer.load_state_dict(state["optimizer"])
        self.count = state["count"]


def groups(network, settings: dict) -> list[dict]:
    """The encoder's layers, the lower the slower, and the heads; biases and norms do not decay."""
    encoder = network.encoder
    decay = settings["layer_decay"]
    levels = [("encoder.layers.%d." % index, decay ** (len(encoder.layers) - 1 - index))
              for index in range(len(encoder.layers))]
    made: dict[tuple[float, float], list] = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        if name == "encoder.shapes" or not name.startswith("encoder."):
            rate = settings["head_rate"]
        else:
            share = next((share for prefix, share in levels if name.startswith(prefix)),
                         decay ** len(encoder.layers))
            rate = settings["encoder_rate"] * share
        weight_decay = settings["weight_decay"] if value.dim() > 1 else 0.0
        made.setdefault((rate, weight_decay), []).append(value)
    return [dict(params=values, lr=rate, weight_decay=weight_decay)
            for (rate, weight_decay), values in made.items()]
