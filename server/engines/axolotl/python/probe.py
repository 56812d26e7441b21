"""Owns what Axolotl can tell without being started: its chat templates and package versions, read as source.

Refuses to import the engine: that costs many seconds, reading it costs a fraction of one.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

ENGINE = "axolotl"


def body_of(file: Path, name: str) -> ast.AST:
    """The class or function of that name."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name:
            return node
    raise LookupError(f"{file.name} has no {name}.")


def template_names(folder: Path) -> list[str]:
    members = body_of(folder / "utils" / "schemas" / "enums.py", "ChatTemplate")
    return [
        node.value.value
        for node in ast.walk(members)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]


def words_compared(folder: Path) -> set[str]:
    """The templates that the engine has a way of its own for to put pictures and sounds in."""
    function = body_of(folder / "processing_strategies.py", "get_processing_strategy")
    compared = (node for node in ast.walk(function) if isinstance(node, ast.Compare))
    return {
        part.value
        for node in compared
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def probe() -> dict[str, Any]:
    found = importlib.util.find_spec(ENGINE)
    if found is None or found.origin is None:
        raise LookupError("Axolotl is not installed in this environment.")
    folder = Path(found.origin).parent
    seeing = words_compared(folder) | {"llava"}
    templates = [
        {
            "name": name,
            "multimodal": name in seeing and name != "tokenizer_default",
            "plugin": None,
            "reasoning": name.startswith("qwen3"),
        }
        for name in template_names(folder)
    ]
    packages = {item.metadata["Name"].lower(): item.version for item in metadata.distributions()}
    return {
        "engine": ENGINE,
        "version": metadata.version(ENGINE),
        "groups": [],
        "templates": templates,
        "packages": packages,
    }


def main() -> int:
    try:
        print(json.dumps(probe(), ensure_ascii=False))
    except (LookupError, OSError, SyntaxError, metadata.PackageNotFoundError) as error:
        print(f"Could not read Axolotl: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
