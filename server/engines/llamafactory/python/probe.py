"""Owns what LLaMA-Factory can tell without being started: its models, groups and templates, read as source.

Refuses to import the engine: that costs eight seconds and half a gigabyte, reading it costs a fraction of one.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

ENGINE = "llamafactory"
HUBS = {"DEFAULT": "huggingface", "MODELSCOPE": "modelscope", "OPENMIND": "modelers"}
# The engine gives a text model its group's template only when the name says that it was trained for chat.
CHAT_NAMES = ("-Chat", "-Distill", "-Instruct", "-Thinking")
SIZE = re.compile(r"^(A?\d+(\.\d+)?(x\d+)?[BbMm]|\d+x\d+B|v\d+(\.\d+)*|E\d+B|\d{4})$")
VARIANTS = {"Base", "Chat", "Instruct", "Thinking", "Distill", "PT", "IT", "Int4", "Int8"}


def calls(file: Path, function: str) -> Iterator[dict[str, ast.expr]]:
    """The arguments of each top-level call of `function`, by name; the first positional one is ""."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call = node.value
            if isinstance(call.func, ast.Name) and call.func.id == function:
                named = {word.arg: word.value for word in call.keywords if word.arg}
                yield ({"": call.args[0]} if call.args else {}) | named


def constant(node: ast.expr | None, otherwise: Any = None) -> Any:
    return node.value if isinstance(node, ast.Constant) else otherwise


def hub_paths(node: ast.expr) -> dict[str, str]:
    """{DownloadSource.DEFAULT: "org/name"} with the hub's own name for a key."""
    paths: dict[str, str] = {}
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Attribute) and key.attr in HUBS and isinstance(constant(value), str):
                paths[HUBS[key.attr]] = constant(value)
    return paths


def read_groups(file: Path) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = []
    owners: dict[str, dict[str, Any]] = {}
    for call in calls(file, "register_model_group"):
        table = call.get("models", call.get(""))
        if not isinstance(table, ast.Dict):
            continue
        template, multimodal = constant(call.get("template")), bool(constant(call.get("multimodal"), False))
        group: dict[str, Any] = {"id": "", "models": [], "template": template, "multimodal": multimodal}
        for key, value in zip(table.keys, table.values, strict=True):
            name = str(constant(key))
            fits = multimodal or any(part in name for part in CHAT_NAMES)
            model = {
                "name": name,
                "hub": hub_paths(value),
                "template": template if fits else None,
                "multimodal": multimodal,
            }
            if name in owners:  # registered twice: the later one wins, as in the engine
                earlier = next(m for m in owners[name]["models"] if m["name"] == name)
                model["template"] = model["template"] or earlier["template"]
                model["multimodal"] = multimodal or earlier["multimodal"]
                owners[name]["models"].remove(earlier)
            owners[name] = group
            group["models"].append(model)
        groups.append(group)
    return named(group for group in groups if group["models"])


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


def read_templates(file: Path) -> list[dict[str, Any]]:
    templates = []
    for call in calls(file, "register_template"):
        plugin, kind = call.get("mm_plugin"), call.get("template_class")
        name = None
        if isinstance(plugin, ast.Call):
            words = {word.arg: word.value for word in plugin.keywords}
            name = constant(words.get("name", plugin.args[0] if plugin.args else None))
        templates.append(
            {
                "name": str(constant(call.get("name", call.get("")))),
                "multimodal": name not in (None, "base"),
                "plugin": name,
                "reasoning": isinstance(kind, ast.Name) and kind.id.endswith("ReasoningTemplate"),
            }
        )
    return templates


def find_package(site: str | None) -> Path:
    if site:
        return Path(site) / ENGINE
    spec = importlib.util.find_spec(ENGINE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            "LLaMA-Factory is not installed in this Python: install it, or name another Python."
        )
    return Path(spec.submodule_search_locations[0])


def read_versions(site: str | None) -> dict[str, str]:
    found = metadata.distributions(path=[site]) if site else metadata.distributions()
    return {dist.metadata["Name"].lower(): dist.version for dist in found if dist.metadata["Name"]}


def probe(site: str | None) -> dict[str, Any]:
    package = find_package(site)
    versions = read_versions(site)
    return {
        "engine": ENGINE,
        "version": versions.get(ENGINE, "unknown"),
        "packages": versions,
        "groups": read_groups(package / "extras" / "constants.py"),
        "templates": read_templates(package / "data" / "template.py"),
    }


def main() -> int:
    try:
        print(json.dumps(probe(sys.argv[1] if len(sys.argv) > 1 else None), ensure_ascii=False))
    except (OSError, SyntaxError) as error:
        print(f"Could not read LLaMA-Factory: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
