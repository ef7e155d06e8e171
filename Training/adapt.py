#!/usr/bin/env python3
"""Adapts the base model to the language of news by having it guess hidden pieces.

    python3 Training/adapt.py --config Training/reader.toml --out .data/training/adapted.pt

Reads the training parts of the corpora that a configuration names, nothing else of them than their
words. The file that is written can begin other runs: `train.py --start adapted.pt`. The vectors of
sentences drift away from the base model's, so a reader that begins with it has them to learn again.
"""

import argparse
from pathlib import Path
from random import Random

import torch

from synoptic_training import corpora_of
from synoptic_training.base import base_folder, loaded_network
from synoptic_training.batches import batch, grouped
from synoptic_training.configuration import configuration
from synoptic_training.labels import Labels
from synoptic_training.masking import Guesser, hidden
from synoptic_training.pieces import Pieces
from synoptic_training.windows import Windows
from train import precision, save, trained

LOG_EVERY = 50
SAVE_EVERY = 200
LONGEST = 256
WARMUP = 0.1


def main() -> None:
    """Trains, and writes what came of it every so many steps."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--config", type=Path, required=True, action="append")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    parser.add_argument("--start", type=Path, help="file of an earlier run to go on from")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--precision", default="float32", choices=["float32", "bfloat16"])
    arguments = parser.parse_args()
    config = configuration(arguments.config)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    train = corpora_of.train(config["data"])
    labels = Labels.of(train["ewt"] + train["gum"])
    network = loaded_network(labels, config["network"])
    if arguments.start:
        network.load_state_dict(trained(arguments.start))
    network.to(arguments.device).train()
    encoder = network.encoder
    pieces = Pieces(base_folder())
    guesser = Guesser(encoder.words.shape[1], len(encoder.words)).to(arguments.device)
    groups = windows_of(train, Windows(pieces), config["training"]["batch"], Random(arguments.seed))
    values = [value for value in encoder.parameters() if value.requires_grad]
    optimizer = torch.optim.AdamW(
        [dict(params=values), dict(params=list(guesser.parameters()))], weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [arguments.rate, 10 * arguments.rate], total_steps=arguments.steps,
        pct_start=WARMUP)
    mask = pieces.tokenizer.token_to_id("[MASK]")
    losses = []
    for step in range(1, arguments.steps + 1):
        made = batch(groups[step % len(groups)], labels)
        shown = hidden(made.ids, made.lengths, mask, len(encoder.words))
        with precision(arguments):
            states = encoder(shown.ids.to(arguments.device), made.shapes.to(arguments.device),
                             made.lengths.to(arguments.device))
            loss = guesser.loss(states[shown.chosen], made.ids[shown.chosen].to(arguments.device),
                                encoder.words)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(values, 1.0)
        optimizer.step()
        rates.step()
        losses.append(float(loss.detach()))
        if step % LOG_EVERY == 0:
            print(f'{{"step": {step}, "loss": {sum(losses[-LOG_EVERY:]) / LOG_EVERY:.3f}}}',
                  flush=True)
        if step % SAVE_EVERY == 0 or step == arguments.steps:
            save(arguments.out, network=network.state_dict(), relations=list(labels.relations),
                 heads=dict(config["network"]["heads"]))


def windows_of(corpora, windows: Windows, pieces: int, random: Random):
    """The batches of all corpora's windows, in random order."""
    made = [window for documents in corpora.values() for document in documents
            for window in windows.of(document, LONGEST, 0, random)]
    random.shuffle(made)
    return grouped(made, pieces, random)


if __name__ == "__main__":
    main()
