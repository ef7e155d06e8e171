#!/usr/bin/env python3
"""Trains the reader: one encoder on all tasks.

    python3 Training/train.py --config Training/reader.toml --out .data/training/run1

Writes OUT/log.jsonl (a line every 20 steps and one an epoch with figures on development data),
OUT/checkpoint.pt (to go on from when the same command is given again) and, at the end,
OUT/reader.pt, and OUT/averaged.pt with the mean of the weights of the last steps. Seeded: the same configuration, data, torch and threads give the same weights.
"""

import argparse
import copy
import json
import time
from functools import partial
from pathlib import Path
from random import Random

import torch
from torch.utils.data import DataLoader

from synoptic_training import corpora_of, optimizer, silver_names
from synoptic_training.batches import batch, grouped
from synoptic_training.base import base_folder, loaded_network
from synoptic_training.configuration import configuration
from synoptic_training.distillation import TASKS, Teacher, taught_losses, teach
from synoptic_training.figures import figures
from synoptic_training.from_model_file import network_state
from synoptic_training.labels import Labels
from synoptic_training.losses import Losses
from synoptic_training.mean import Mean
from synoptic_training.network import Network
from synoptic_training.pieces import Pieces
from synoptic_training.windows import Windows

CHECKPOINT_EVERY = 100
LOG_EVERY = 20
AVERAGE_EVERY = 20


def main() -> None:
    """Trains, or goes on."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--config", type=Path, required=True, action="append",
                        help="settings; given again, a file whose settings take their place")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--start", type=Path, help="reader.pt of another run, or a model file, to begin from")
    parser.add_argument("--name-teacher", type=Path,
                        help="reader.pt or model file whose names, mended by the trees, EWT learns from")
    parser.add_argument("--teacher", nargs="+", action="append", default=[],
                        help="reader.pt or model file to learn from, and the tasks it teaches "
                        "(all if none is named); may be given again")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--precision", default="float32", choices=["float32", "bfloat16"],
                        help="of products; weights, sums and losses stay float32")
    parser.add_argument("--workers", type=int, default=0, help="processes that prepare batches")
    parser.add_argument("--most-windows", type=int, help="windows a corpus, to try things out")
    arguments = parser.parse_args()
    config = configuration(arguments.config)
    torch.set_num_threads(arguments.threads)
    settings = config["training"]
    torch.manual_seed(settings["seed"])
    arguments.out.mkdir(parents=True, exist_ok=True)
    log = Log(arguments.out / "log.jsonl")

    pieces = Pieces(base_folder())
    windows = Windows(pieces)
    train, dev = corpora_of.train(config["data"]), corpora_of.development(config["data"])
    labels = Labels.of(train["ewt"] + train["gum"])
    corpora_of.add_vectors(config["data"], train, dev, pieces)
    network = loaded_network(labels, config["network"])
    if arguments.name_teacher:
        teacher = trained_network(arguments.name_teacher, labels, config["network"])
        silver_names.add_names(train["ewt"], teacher, windows, Path(config["data"]["cache"]))
    if arguments.start:
        begin(network, trained(arguments.start), log)
    network.to(arguments.device)
    teachers = []
    for path, *tasks in arguments.teacher:
        teacher = trained_network(Path(path), labels, config["network"])
        teachers.append(Teacher(teacher.to(arguments.device), tuple(tasks) or TASKS))
    if teachers:
        with precision(arguments):
            teach([document for documents in train.values() for document in documents], teachers,
                  windows, Path(config["data"]["cache"]))
    losses = Losses(network, settings["weights"], settings["smoothing"],
                    taught_losses if teachers else None, settings["distillation"])
    epochs = [epoch_groups(windows, train, settings, epoch, arguments.most_windows)
              for epoch in range(settings["epochs"])]
    steps = min(sum(map(len, epochs)), settings["most_steps"])
    trainer = optimizer.Optimizer(network, settings, steps)
    mean = Mean()
    done = 0
    checkpoint = arguments.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(saved["network"])
        network.to(arguments.device)
        trainer.load(saved["optimizer"])
        torch.set_rng_state(saved["random"])
        done = saved["step"]
        mean.load(saved["mean"])
    log.write(begin=done, steps=steps, windows=sum(len(g) for e in epochs for g in e))
    development = [window for documents in dev.values() for document in documents
                   for window in windows.of(document)]
    step = 0
    network.train()
    started = time.process_time()
    sums: dict[str, list[float]] = {}
    for number, groups in enumerate(epochs):
        todo = groups[max(0, done - step):max(0, steps - step)]
        step += len(groups[:max(0, done - step)])
        # Batches come in order, however many processes prepare them.
        for made in DataLoader(todo, batch_size=None, num_workers=arguments.workers,
                               collate_fn=partial(batch, labels=labels, pieces=settings["batch"])):
            step += 1
            with precision(arguments):
                parts = losses.of(made)
                total = sum(parts.values())
            trainer.step(total)
            if step > (1 - settings["averaged"]) * steps and step % AVERAGE_EVERY == 0:
                mean.add(network)
            for name, value in parts.items():
                sums.setdefault(name, []).append(float(value.detach()))
            if step % LOG_EVERY == 0:
                log.write(step=step, seconds=round(time.process_time() - started), rate=round(
                    trainer.share(step), 4), **{name: round(sum(values) / len(values), 4)
                                                for name, values in sorted(sums.items())})
                sums.clear()
            if step % CHECKPOINT_EVERY == 0:
                save(checkpoint, network=network.state_dict(), optimizer=trainer.state(),
                     random=torch.get_rng_state(), step=step, mean=mean.state())
        if step > done and ((number + 1) % settings["figures_every"] == 0
                            or number + 1 == len(epochs)):
            log.write(epoch=number + 1, step=step, **figures(
                copy.deepcopy(network).cpu(), development))
    shapes = dict(relations=list(labels.relations), heads=dict(config["network"]["heads"]))
    save(arguments.out / "reader.pt", network=network.state_dict(), **shapes)
    if mean.count:
        mean.put(network)
        log.write(averaged=mean.count, **figures(copy.deepcopy(network).cpu(), development))
        save(arguments.out / "averaged.pt", network=network.state_dict(), **shapes)


def precision(arguments):
    """A context in which products have the precision that was asked for."""
    return torch.autocast(arguments.device, torch.bfloat16,
                          enabled=arguments.precision == "bfloat16")


def trained(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a reader.pt or of a model file."""
    if path.suffix == ".model":
        return network_state(path)[0]
    return torch.load(path, weights_only=True)["network"]


def trained_network(path: Path, labels: Labels, settings: dict) -> Network:
    """A network of a reader.pt or of a model file, with heads of its own sizes."""
    state = trained(path)
    heads = {name: len(state[f"{name}.dependents.weight"]) for name in settings["heads"]}
    network = loaded_network(labels, {**settings, "heads": heads})
    network.load_state_dict(state)
    return network


def begin(network: Network, state: dict[str, torch.Tensor], log: "Log") -> None:
    """Takes the weights of another network; heads of another size stay new."""
    own = network.state_dict()
    other = sorted({name.split(".")[0] for name in own if own[name].shape != state[name].shape})
    network.load_state_dict({name: own[name] if name.split(".")[0] in other else value
                             for name, value in state.items()})
    if other:
        log.write(new=other)


def epoch_groups(windows: Windows, train, settings, epoch: int, most: int | None):
    """The batches of an epoch: windows of random lengths, cut anew."""
    random = Random(1000 * settings["seed"] + epoch)
    chosen = []
    for name, documents in train.items():
        share = settings["shares"].get(name, 0)
        made = []
        while share > 0:
            part = []
            for document in documents:
                longest, context = random.choice([(1, 0), (96, 0), (128, 40), (192, 40),
                                                  (256, 40), (256, 40), (256, 0)])
                if longest == 1:
                    part += singles(windows, document, random)
                else:
                    part += windows.of(document, longest, context, random)
            random.shuffle(part)
            made += part[:round(min(share, 1) * len(part))]
            share -= 1
        chosen += made[:most]
    return grouped(chosen, settings["batch"], random)


def singles(windows: Windows, document, random):
    """Every sentence in a window of its own."""
    made = []
    for index, sentence in enumerate(document.sentences):
        counts = sum(len(windows.pieces.of(word))
                     for word in document.words[sentence.first:sentence.end])
        if counts <= 254:
            made.append(windows.window(document, [(sentence.first, sentence.end, index)], 0,
                                       document.paragraphs or [0] * len(document.sentences)))
    return made


def save(path: Path, **values) -> None:
    """Replaces a file whole."""
    scratch = path.with_suffix(".new")
    torch.save(values, scratch)
    scratch.replace(path)


class Log:
    """JSON lines, on the screen too."""

    def __init__(self, path: Path):
        self.file = path.open("a")

    def write(self, **values) -> None:
        line = json.dumps(values)
        print(line, flush=True)
        self.file.write(line + "\n")
        self.file.flush()


if __name__ == "__main__":
    main()
