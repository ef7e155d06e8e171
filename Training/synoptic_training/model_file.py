"""Writes model files; the format is described in Sources/Encoder/Model/ModelFile.swift."""

import struct
from pathlib import Path

import numpy as np
import xxhash

FORMAT = 1
ENCODER = 1
ELEMENTS = {"text": 1, "int8": 2, "int32": 3, "float32": 4}


def write(path: Path, parts: dict[str, bytes | np.ndarray]) -> None:
    """Writes the parts in the order of their names; the file replaces an older one whole."""
    names = sorted(parts, key=lambda name: name.encode())
    header, entry = 64, 96
    offset = aligned(header + entry * len(names))
    table, body = b"", b""
    for name in names:
        value = parts[name]
        if isinstance(value, bytes):
            element, shape, data = "text", (len(value),), value
        else:
            element, shape = str(value.dtype), value.shape
            data = np.ascontiguousarray(value).tobytes()
        if element not in ELEMENTS or not 1 <= len(shape) <= 4 or len(name) > 56:
            raise ValueError(f"part {name}: no place in a model file for {element} {shape}")
        sizes = list(shape) + [0] * (4 - len(shape))
        table += struct.pack("<56sII4IQQ", name.encode(), ELEMENTS[element], len(shape), *sizes,
                             offset + len(body), len(data))
        body += data + bytes(aligned(len(data)) - len(data))
    rest = table + bytes(offset - header - len(table)) + body
    head = struct.pack("<8sII8xQQI20x", b"SYNMODEL", FORMAT, ENCODER, header + len(rest),
                       xxhash.xxh64(rest).intdigest(), len(names))
    scratch = path.with_suffix(path.suffix + ".new")
    scratch.write_bytes(head + rest)
    scratch.replace(path)


def read(path: Path) -> dict[str, bytes | np.ndarray]:
    """The parts of a model file that `write` made; nothing is checked but that it is one."""
    data = path.read_bytes()
    if data[:8] != b"SYNMODEL":
        raise ValueError(f"{path} is no model file")
    (count,) = struct.unpack_from("<I", data, 40)
    kinds = {number: name for name, number in ELEMENTS.items()}
    parts: dict[str, bytes | np.ndarray] = {}
    for index in range(count):
        name, element, dimensions, *rest = struct.unpack_from("<56sII4IQQ", data, 64 + 96 * index)
        shape, (offset, length) = rest[:dimensions], rest[4:]
        value = data[offset:offset + length]
        if kinds[element] != "text":
            value = np.frombuffer(value, kinds[element]).reshape(shape)
        parts[name.rstrip(b"\0").decode()] = value
    return parts


def aligned(length: int) -> int:
    """The length rounded up to a multiple of 64, where every part begins."""
    return (length + 63) // 64 * 64


def padded(count: int) -> int:
    """The count rounded up to whole panels of 16 columns."""
    return (count + 15) // 16 * 16
