"""Owns what LLaMA-Factory can tell without being started: its models, groups and templates, read as source.

Refuses to import the engine: that costs eight seconds and half a gigabyte, reading it costs a fraction of one.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib.util
import json
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from group_names import named
from literals import Unreadable, arguments_of, call_name
from register_calls import CLASSES, hub_paths, read_template

ENGINE = "llamafactory"
# The engine gives a text model its group's template only when the name says that it was trained for chat.
CHAT_NAMES = ("-Chat", "-Distill", "-Instruct", "-Thinking")


@functools.cache
def statements(file: Path) -> list[ast.stmt]:
    return ast.parse(file.read_text("utf-8")).body


def calls(file: Path, function: str) -> Iterator[ast.Call]:
    """Each top-level call of `function`."""
    for node in statements(file):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and call_name(node.value) == function:
            yield node.value


def constant(node: ast.expr | None, otherwise: Any = None) -> Any:
    return node.value if isinstance(node, ast.Constant) else otherwise


def read_groups(file: Path) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = []
    owners: dict[str, dict[str, Any]] = {}
    for node in calls(file, "register_model_group"):
        call = arguments_of(node, ("models", "template", "multimodal"))
        table = call.get("models")
        if not isinstance(table, ast.Dict):
            continue
        template, multimodal = constant(call.get("template")), bool(constant(call.get("multimodal"), False))
        group: dict[str, Any] = {"id": "", "models": [], "template": template, "multimodal": multimodal}
        for key, value in zip(table.keys, table.values, strict=True):
            name, hub = str(constant(key)), {}
            with contextlib.suppress(Unreadable):
                hub = hub_paths(value)
            fits = multimodal or any(part in name for part in CHAT_NAMES)
            model = {
                "name": name,
                "hub": hub,
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


def read_templates(file: Path) -> list[dict[str, Any]]:
    """As definitions. One that is computed keeps what can be read of it."""
    read = (read_template(call) for call in calls(file, "register_template"))
    return [definition for definition, _ in read if definition]


def summary(definition: dict[str, Any]) -> dict[str, Any]:
    plugin = definition.get("mm_plugin", {}).get("name")
    return {
        "name": definition["name"],
        "multimodal": plugin not in (None, "base"),
        "plugin": plugin,
        "reasoning": "reasoning" in definition.get("template_class", "plain").lower(),
    }


def table_keys(file: Path, table: str) -> list[str]:
    """The words of a dictionary that is written out at the top of a file; none where it is not."""
    for node in statements(file) if file.exists() else ():
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id == table and isinstance(node.value, ast.Dict):
            return [str(constant(key)) for key in node.value.keys]
    return []


def template_classes(file: Path) -> list[str]:
    """Template and what is made of it."""
    found = ["Template"]
    for node in statements(file):
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") in found for base in node.bases):
            found.append(node.name)
    return [CLASSES.get(name, name) for name in found]


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
    data = package / "data"
    templates = read_templates(data / "template.py")
    versions = read_versions(site)
    return {
        "engine": ENGINE,
        "version": versions.get(ENGINE, "unknown"),
        "packages": versions,
        "groups": read_groups(package / "extras" / "constants.py"),
        "templates": [summary(definition) for definition in templates],
        "definitions": {
            "templates": templates,
            "pluginNames": table_keys(data / "mm_plugin.py", "PLUGINS"),
            "toolFormats": table_keys(data / "tool_utils.py", "TOOLS"),
            "templateClasses": template_classes(data / "template.py"),
        },
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
