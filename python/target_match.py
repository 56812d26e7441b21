"""Owns what a pattern or a list of names matches among the modules of a model, counted as people think of them.

Refuses to know any model: the parts are told by the words that module paths are made of.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple


class Module(NamedTuple):
    name: str
    #: A linear layer: what adapters are usually put on.
    linear: bool
    #: PEFT has an adapter for it.
    fits: bool


# The first that is found in a path decides.
PARTS = (
    (
        "projector",
        re.compile(r"projector|merger|connector|aligner|vision_adapter|embed_(?:vision|audio)|resampler"),
    ),
    ("vision", re.compile(r"vision|visual|image|(?:^|\.)vit\.|vpm")),
    ("audio", re.compile(r"audio|speech|apm")),
    ("head", re.compile(r"(?:^|\.)(?:lm_head|score|output_projection)$")),
)


def part_of(name: str) -> str:
    return next((part for part, words in PARTS if words.search(name)), "language")


def kind_of(name: str) -> str:
    """q_proj; of layers that only have a number, what they stand in: mlp.0."""
    *rest, last = name.split(".")
    return f"{rest[-1]}.{last}" if last.isdigit() and rest else last


def matched(rows: list[Module], target: str | list[str]) -> dict[str, Any]:
    """As PEFT does: a text is a pattern over the whole name, in a list each entry is a name or its end."""
    if isinstance(target, list):
        ends = tuple(f".{name}" for name in target)
        names = set(target)
        return {"at": [at for at, row in enumerate(rows) if row.name in names or row.name.endswith(ends)]}
    if target == "all-linear":
        return {"at": [at for at, row in enumerate(rows) if row.linear and part_of(row.name) != "head"]}
    try:
        pattern = re.compile(target)
    except re.error as error:
        return {"bad": error.msg, "at": error.pos}
    except (OverflowError, RecursionError) as error:
        return {"bad": str(error), "at": None}
    return {"at": [at for at, row in enumerate(rows) if pattern.fullmatch(row.name)]}


def answer_of(
    rows: list[Module], target: str | list[str], at: list[int], skip: list[str]
) -> dict[str, Any]:
    hit = [rows[i] for i in at if part_of(rows[i].name) not in skip]
    linear = [row for row in rows if row.linear]
    of_parts = Counter(part_of(row.name) for row in linear)
    hit_parts = Counter(part_of(row.name) for row in hit if row.fits)
    kinds: dict[tuple[str, str], list[str]] = {}
    for row in hit:
        if row.fits:
            kinds.setdefault((part_of(row.name), kind_of(row.name)), []).append(row.name)
    unfit = [row.name for row in hit if not row.fits]
    return {
        "linear": len(linear),
        "matched": sum(row.fits for row in hit),
        "groups": [
            {"part": part, "kind": kind, "count": len(names), "first": names[0]}
            for (part, kind), names in sorted(kinds.items(), key=lambda item: item[0][0] != "language")
        ],
        "parts": [
            {"part": part, "linear": of_parts[part], "matched": hit_parts.get(part, 0)}
            for part in ("language", "vision", "audio", "projector", "head")
            if part in of_parts
        ],
        "unfit": {"count": len(unfit), "first": unfit[0]} if unfit else None,
        "idle": [
            name
            for name in (target if isinstance(target, list) else [])
            if not any(rows[i].name == name or rows[i].name.endswith(f".{name}") for i in at)
        ],
    }
