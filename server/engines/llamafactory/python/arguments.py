"""Owns the list of arguments that a training YAML may hold, asked from the installed engine's own dataclasses.

Made once per pinned version: `python arguments.py > configs/engines/llamafactory/arguments-<version>.json`, then formatted.
Refuses to judge values: what is possible is asked here, what makes sense is told in check/.
"""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import json
import sys
import types
import typing
from importlib import metadata
from typing import Any

KINDS = {bool: "boolean", int: "integer", float: "number", str: "text"}


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
        return {"kind": "text", "nullable": nullable, "choices": choices}
    kind = KINDS.get(kept[0], "any") if len(kept) == 1 and not words else "any"
    return {"kind": kind, "nullable": nullable}


def plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    return value if isinstance(value, (bool, int, float, str)) else None


def arguments() -> dict[str, dict[str, Any]]:
    from llamafactory.hparams import parser

    found: dict[str, dict[str, Any]] = {}
    for group in parser._TRAIN_ARGS:
        hints = typing.get_type_hints(group)
        for field in dataclasses.fields(group):
            if not field.init:
                continue
            row = describe(hints[field.name])
            if field.metadata.get("choices"):
                row["choices"] = [str(word) for word in field.metadata["choices"]]
            owner = group.__name__.removesuffix("Arguments").lower()
            found[field.name] = {"of": owner} | row | {"default": plain(field.default)}
    return dict(sorted(found.items()))


def main() -> int:
    with contextlib.redirect_stdout(sys.stderr):  # the engine prints while it is imported
        rows = arguments()
    lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    version = metadata.version("llamafactory")
    print(f'{{\n  "engine": "llamafactory",\n  "version": "{version}",\n  "arguments": {{\n{lines}\n  }}\n}}')
    return 0


if __name__ == "__main__":
    sys.exit(main())
