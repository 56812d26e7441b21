"""Owns the list of arguments that a training YAML may hold, asked from the installed engine's own dataclasses.

`python arguments.py > configs/engines/llamafactory/arguments-<version>.json` makes what is known before an engine has answered.
Refuses to judge values: what is possible is asked here, what makes sense is told in check/.
"""

from __future__ import annotations

import dataclasses
import enum
import inspect
import json
import os
import re
import sys
import types
import typing
from importlib import metadata
from typing import Any

KINDS = {bool: "boolean", int: "integer", float: "number", str: "text"}
HEADING = re.compile(r"    # -{2,} (.+?) -{2,}$")
FIELD = re.compile(r"    (\w+):")


def describe(hint: Any) -> dict[str, Any]:
    """The kind of value, whether null is allowed, and the words to choose from where there are such."""
    options = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    kept = [option for option in options if option is not type(None)]
    nullable = len(kept) < len(options)
    words = [option for option in kept if isinstance(option, type) and issubclass(option, enum.Enum)]
    literals = [option for option in kept if typing.get_origin(option) is typing.Literal]
    rest = [option for option in kept if option not in words and option not in literals]
    if (words or literals) and all(option is str for option in rest):
        choices = [str(member.value) for kind in words for member in kind]
        choices += [str(word) for literal in literals for word in typing.get_args(literal)]
        return {"kind": "text", "nullable": nullable, "choices": choices or None}
    kind = KINDS.get(kept[0], "any") if len(kept) == 1 and not words else "any"
    return {"kind": kind, "nullable": nullable, "choices": None}


def plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    return value if isinstance(value, (bool, int, float, str)) else None


def headings(group: type) -> dict[str, str | None]:
    """Under which heading each field stands: a comment in the source, or the name of the part that the group is made of."""
    owner = group.__name__.removesuffix("Arguments")
    found: dict[str, str | None] = {}
    for part in reversed(group.__mro__):
        name = part.__name__.removesuffix("s").removesuffix("Argument").removesuffix(owner).lower()
        written: dict[str, str] = {}
        heading = None
        for line in inspect.getsource(part).splitlines() if part is not object else ():
            if title := HEADING.match(line):
                heading = title[1]
            elif heading and (field := FIELD.match(line)):
                written[field[1]] = heading
        found |= {field: written.get(field, name or None) for field in part.__dict__.get("__annotations__", {})}
    return found


def arguments() -> list[dict[str, Any]]:
    """In the engine's own order; a key of two groups belongs to the first."""
    from llamafactory.hparams import parser

    found: dict[str, dict[str, Any]] = {}
    for group in parser._TRAIN_ARGS:
        hints = typing.get_type_hints(group)
        sections = headings(group)
        for field in dataclasses.fields(group):
            if not field.init or field.name in found:
                continue
            row = describe(hints[field.name])
            if field.metadata.get("choices"):
                row["choices"] = [str(word) for word in field.metadata["choices"]]
            found[field.name] = {
                "name": field.name,
                "of": group.__name__.removesuffix("Arguments").lower(),
                "section": sections[field.name],
                **row,
                "default": plain(field.default),
                # Doubled for argparse.
                "help": str(field.metadata.get("help", "")).replace("%%", "%"),
            }
    return list(found.values())


def answer(_: Any) -> list[dict[str, Any]]:
    return arguments()


def main() -> int:
    # The engine prints while it is imported.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    rows = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in arguments())
    version = metadata.version("llamafactory")
    print(f'{{\n  "engine": "llamafactory",\n  "version": "{version}",\n  "arguments": [\n{rows}\n  ]\n}}', file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
