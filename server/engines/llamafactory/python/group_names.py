"""Owns a name for each model group: the engine registers its groups without one. Refuses to look at anything but names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

SIZE = re.compile(r"^(A?\d+(\.\d+)?(x\d+)?[BbMm]|\d+x\d+B|v\d+(\.\d+)*|E\d+B|\d{4})$")
VARIANTS = {"Base", "Chat", "Instruct", "Thinking", "Distill", "PT", "IT", "Int4", "Int8"}


def family(names: list[str]) -> str:
    """What the names share, less sizes and variants: Qwen2.5-7B, Qwen2.5-7B-Instruct -> Qwen2.5."""
    split = [name.split("-") for name in names]
    shared = []
    for parts in zip(*split, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    while len(shared) > 1 and (SIZE.match(shared[-1]) or shared[-1] in VARIANTS):
        shared.pop()
    return "-".join(shared) or split[0][0]


def named(groups: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """Two groups of one family are told apart by their template, or else by their first model."""
    rows = list(groups)
    names = [family([model["name"] for model in row["models"]]) for row in rows]
    for again in ("template", "first"):
        twins = {name for name in names if names.count(name) > 1}
        for at, row in enumerate(rows):
            if names[at] in twins:
                hint = row["template"] or "base" if again == "template" else row["models"][0]["name"]
                names[at] = f"{names[at].partition(' (')[0]} ({hint})"
    return [row | {"id": name} for row, name in zip(rows, names, strict=True)]
