#!/usr/bin/env python3
"""Draws the losses and the development figures of training runs.

    python3 Training/plot_log.py .data/training/run1/log.jsonl ... --out run.svg

Needs nothing beyond Python. One panel a task, a line a run.
"""

import argparse
import json
from html import escape
from pathlib import Path

WIDTH, HEIGHT, GAP, COLUMNS = 300, 150, 40, 3
STROKES = ["#1b6ca8", "#b3541e", "#2d7d46", "#7a4fa3", "#666666"]


def main() -> None:
    """Reads, draws, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("logs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True, help="an SVG file")
    arguments = parser.parse_args()
    panels: dict[str, list[tuple[int, list[tuple[float, float]]]]] = {}
    for number, path in enumerate(arguments.logs):
        for name, points in series(path).items():
            panels.setdefault(name, []).append((number, points))
    arguments.out.write_text(drawing(panels, [str(path) for path in arguments.logs]))


def series(path: Path) -> dict[str, list[tuple[float, float]]]:
    """The points (step, value) of each loss and figure; a step told twice counts as told last."""
    found: dict[str, dict[int, float]] = {}
    for line in path.read_text().splitlines():
        record = json.loads(line)
        step = record.get("step")
        for name, value in record.items():
            if step is None or name in ("step", "seconds", "rate", "epoch"):
                continue
            title = name if "epoch" in record else "loss: " + name
            found.setdefault(title, {})[step] = value
    return {name: sorted(points.items()) for name, points in sorted(found.items())}


def drawing(panels, runs: list[str]) -> str:
    """All panels as one SVG."""
    rows = (len(panels) + COLUMNS - 1) // COLUMNS
    width, height = COLUMNS * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + 2 * GAP
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
             'font-family="sans-serif" font-size="11">'
             f'<rect width="{width}" height="{height}" fill="white"/>']
    for number, run in enumerate(runs):
        parts.append(f'<text x="{GAP}" y="{14 * (number + 1)}" '
                     f'fill="{STROKES[number % len(STROKES)]}">{escape(run)}</text>')
    for place, (name, lines) in enumerate(sorted(panels.items())):
        x = GAP + place % COLUMNS * (WIDTH + GAP)
        y = 2 * GAP + place // COLUMNS * (HEIGHT + GAP)
        parts.append(panel(name, lines, x, y))
    return "\n".join(parts) + "\n</svg>\n"


def panel(name: str, lines, x: int, y: int) -> str:
    """One panel with its frame, its title and its largest and least value."""
    points = [point for _, line in lines for point in line]
    last = max(step for step, _ in points)
    least, most = min(value for _, value in points), max(value for _, value in points)
    span = (most - least) or 1
    parts = [f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" fill="none" '
             'stroke="#999999"/>',
             f'<text x="{x}" y="{y - 5}">{escape(name)}: {least:.4g} to {most:.4g}</text>']
    for number, line in lines:
        path = " ".join(f"{x + WIDTH * step / last:.1f},"
                        f"{y + HEIGHT - HEIGHT * (value - least) / span:.1f}"
                        for step, value in line)
        parts.append(f'<polyline points="{path}" fill="none" '
                     f'stroke="{STROKES[number % len(STROKES)]}"/>')
    return "\n".join(parts)


if __name__ == "__main__":
    main()
