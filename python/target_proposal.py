"""Owns what was probably meant by a pattern or names that match nothing, or more than the language model.

Refuses a table of models: it compares what was written with the names that the modules really have.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from typing import Any

from target_match import Module, kind_of, matched, part_of

#: What a person types as a plain piece of a name; a dot is meant as one.
PLAIN = re.compile(r"(?:[\w.]|\\\.)*")


def proposal(
    rows: list[Module], target: str | list[str], at: list[int], skip: list[str]
) -> dict[str, Any] | None:
    """A value to write instead, and how many modules it matches; None where nothing is certainly better."""
    hit = Counter(part_of(rows[i].name) for i in at if rows[i].fits)
    speaks = any(part_of(row.name) == "language" and row.linear for row in rows)
    if not speaks or (hit.get("language") and not _beyond(hit, skip)):
        return None
    if hit.get("language"):
        return _checked(rows, _pattern_of([rows[i].name for i in at if part_of(rows[i].name) == "language"]))
    if isinstance(target, list):
        return _checked(rows, _near(rows, target))
    return _checked(rows, _as_names(rows, target)) or _moved(rows, target)


def _beyond(hit: Counter[str], skip: list[str]) -> bool:
    return any(hit.get(part) for part in ("vision", "audio", "projector") if part not in skip)


def _checked(rows: list[Module], value: str | list[str] | None) -> dict[str, Any] | None:
    if not value:
        return None
    at = matched(rows, value).get("at") or []
    count = sum(rows[i].fits for i in at)
    return {"value": value, "matched": count} if count else None


def _near(rows: list[Module], names: list[str]) -> list[str] | None:
    """Names that nothing has, corrected to the ones that are most like them."""
    kinds = sorted({kind_of(row.name) for row in rows if row.linear and part_of(row.name) == "language"})
    closest = [difflib.get_close_matches(name.split(".")[-1], kinds, 1, 0.7) for name in names]
    return list(dict.fromkeys(near[0] for near in closest if near)) or None


def _as_names(rows: list[Module], target: str) -> list[str] | None:
    """`q_proj`, `q_proj,v_proj` or `q_proj|v_proj`: names were meant, and a pattern was read."""
    names = [part.strip() for part in re.split(r"[,|]", target.strip("()")) if part.strip()]
    kinds = {kind_of(row.name) for row in rows if row.linear}
    return names if names and all(name in kinds for name in names) else None


def _moved(rows: list[Module], target: str) -> dict[str, Any] | None:
    """The same layers under the path that they have now: the plain beginning is exchanged for each real one."""
    begin = PLAIN.match(target)
    if begin is None:
        return None
    head, tail = target[: begin.end()], target[begin.end() :]
    real = Counter(
        row.name[: number.start()]
        for row in rows
        if row.linear and part_of(row.name) == "language" and (number := re.search(r"(?<=\.)\d+(?=\.)", row.name))
    )
    # A beginning without a number in it, or with the first one: layers.0.
    tails = [tail] if not (cut := re.search(r"(?<=\.)\d", head)) else [head[cut.start() :] + tail, tail]
    tries = [prefix + rest for prefix, _ in real.most_common() for rest in tails]
    found = [each for value in tries if (each := _quietly(rows, value))]
    return max(found, key=lambda each: int(each["matched"]), default=None)


def _quietly(rows: list[Module], value: str) -> dict[str, Any] | None:
    try:
        return _checked(rows, value)
    except re.error:
        return None


def _pattern_of(names: list[str]) -> str | None:
    """One pattern for these names, however many layers: the numbers may be any."""
    split = [re.match(r"(.*?\.)\d+\.(.*)", name) for name in names]
    heads = {each[1] for each in split if each}
    tails = {re.sub(r"\b\d+\b", "0", each[2]) for each in split if each}
    if len(heads) != 1 or not tails:
        return None
    ends = sorted({_numbers(tail) for tail in tails})
    return f"{re.escape(heads.pop())}\\d+\\.(?:{'|'.join(ends)})"


def _numbers(tail: str) -> str:
    return re.sub(r"(?<![\w])0(?![\w])", r"\\d+", re.escape(tail))
