#!/usr/bin/env python3
"""Averages the weights of two trained networks, of which one began with the other.

    python3 Training/average.py --reader RUN/reader.pt --with EARLIER --share 0.4 --out average.pt

Networks that share a beginning lie in one valley: a network between them can be as good as either
at what each is best at (Wortsman et al. 2022). Heads of different sizes are taken from --reader;
transitions are left out, to be fitted again.
"""

import argparse
from pathlib import Path

import torch

from train import trained


def main() -> None:
    """Reads, averages, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reader", type=Path, required=True, help="reader.pt of a run")
    parser.add_argument("--with", dest="other", type=Path, required=True,
                        help="reader.pt or model file of the network it began with")
    parser.add_argument("--share", type=float, required=True, help="of the latter")
    parser.add_argument("--out", type=Path, required=True, help="reader.pt to write")
    arguments = parser.parse_args()
    saved = torch.load(arguments.reader, weights_only=True)
    torch.save({"network": averaged(saved["network"], trained(arguments.other), arguments.share),
                "relations": saved["relations"], "heads": saved["heads"]}, arguments.out)


def averaged(first: dict, second: dict, share: float) -> dict[str, torch.Tensor]:
    """`share` of the second network's weights and the rest of the first's."""
    other = {name.split(".")[0] for name in first if first[name].shape != second[name].shape}
    return {name: value if name.split(".")[0] in other
            else (1 - share) * value + share * second[name] for name, value in first.items()}


if __name__ == "__main__":
    main()
