"""Owns the list of keys that a training YAML may hold, asked from the installed engine's own pydantic model.

`python arguments.py > configs/engines/axolotl/arguments-<version>.json` makes what is known before an engine has answered.
Refuses to judge values: what is possible is asked here, what makes sense is told in check/.
"""

from __future__ import annotations

import enum
import json
import os
import re
import sys
import types
import typing
from importlib import metadata
from typing import Any

KINDS = {bool: "boolean", int: "integer", float: "number", str: "text"}
# Set by the engine itself while it starts; in a file they would mean nothing.
INTERNAL = {"capabilities", "env_capabilities"}


def flat(hint: Any) -> list[Any]:
    """The types that a value may have, unions and annotations taken apart."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return flat(typing.get_args(hint)[0])
    if origin in (typing.Union, types.UnionType):
        return [part for option in typing.get_args(hint) for part in flat(option)]
    return [hint]


def words_of(option: Any) -> list[str]:
    if typing.get_origin(option) is typing.Literal:
        return [str(word).lower() if isinstance(word, bool) else str(word) for word in typing.get_args(option)]
    if isinstance(option, type) and issubclass(option, enum.Enum):
        return [member.value for member in option if isinstance(member.value, str)]
    return []


def is_numbered(option: Any) -> bool:
    return isinstance(option, type) and issubclass(option, enum.IntEnum)


def describe(hint: Any) -> dict[str, Any]:
    """The kind of value, whether null is allowed, and the words to choose from where there are such."""
    options = flat(hint)
    kept = [option for option in options if option is not type(None)]
    nullable = len(kept) < len(options)
    words = [word for option in kept for word in words_of(option)]
    # Numbers that stand for words are the engine's own business.
    rest = [option for option in kept if not words_of(option) and not is_numbered(option)]
    if words:
        only = not rest or all(option is bool for option in rest)
        choices = list(dict.fromkeys([*words, *(("true", "false") if bool in rest else ())])) if only else None
        return {"kind": "text" if only or rest == [str] else "any", "nullable": nullable, "choices": choices}
    numeric = float in kept and set(kept) <= {int, float, str}
    kind = "number" if numeric else KINDS.get(kept[0], "any") if len(kept) == 1 else "any"
    return {"kind": kind, "nullable": nullable, "choices": None}


def plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        value = value.value
    return value if isinstance(value, (bool, int, float, str)) else None


def group_of(owner: str) -> str:
    """ModelInputConfig -> model input; what the engine keeps in one heap is the main group."""
    name = owner.removesuffix("Config").removesuffix("Parameters")
    return "main" if owner == "AxolotlInputConfig" else re.sub(r"(?<=[a-z])(?=[A-Z][a-z]{2})", " ", name).lower()


def arguments() -> list[dict[str, Any]]:
    """What the engine puts together last comes first: its own heap, then the parts it is made of, what is gone at the end."""
    from axolotl.utils.schemas.config import AxolotlConfigWCapabilities, AxolotlInputConfig

    owners: dict[str, str] = {}
    for part in AxolotlInputConfig.__mro__:
        for name in part.__dict__.get("__annotations__", {}):
            owners.setdefault(name, part.__name__)
    order = ["main", *(group_of(part.__name__) for part in AxolotlInputConfig.__mro__[1:])]
    found = []
    for name, field in AxolotlConfigWCapabilities.model_fields.items():
        key = field.alias or name
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        if key in INTERNAL:
            continue
        help_text = field.description or extra.get("description") or ""
        found.append(
            {
                "name": key,
                "of": group_of(owners.get(name, "AxolotlInputConfig")),
                "section": None,
                **describe(field.annotation),
                "default": plain(field.default),
                "help": str(help_text),
            }
        )
    return sorted(found, key=lambda argument: order.index(argument["of"]))


def answer(_: Any) -> list[dict[str, Any]]:
    return arguments()


def main() -> int:
    # The engine prints while it is imported.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    rows = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in arguments())
    version = metadata.version("axolotl")
    print(f'{{\n  "engine": "axolotl",\n  "version": "{version}",\n  "arguments": [\n{rows}\n  ]\n}}', file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
