"""Configuration files laid one over the other."""

import tomllib
from pathlib import Path


def configuration(paths: list[Path]) -> dict:
    """The settings of all files; a later file's take the place of an earlier one's."""
    settings: dict = {}
    for path in paths:
        lay(settings, tomllib.loads(path.read_text()))
    return settings


def lay(under: dict, over: dict) -> None:
    """Puts settings over others, table by table."""
    for name, value in over.items():
        if isinstance(value, dict) and isinstance(under.get(name), dict):
            lay(under[name], value)
        else:
            under[name] = value
