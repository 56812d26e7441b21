"""Owns turning templates, model groups and plugins that the engine does not know into the engine's own objects.

Refuses a plugin whose text is not the one that was agreed to, and names that the engine has already.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

HUBS = {"huggingface": "DEFAULT", "modelscope": "MODELSCOPE", "modelers": "OPENMIND"}
CLASSES = {"plain": "Template", "reasoning": "ReasoningTemplate", "llama2": "Llama2Template"}
# Arguments that register_template takes as they are.
PLAIN = (
    "default_system",
    "stop_words",
    "efficient_eos",
    "replace_eos",
    "replace_jinja_template",
    "enable_thinking",
    "preserve_thinking",
)


def slots(items: list[Any]) -> list[Any]:
    """The engine writes the tokenizer's own tokens as sets, which neither YAML nor JSON has."""
    return [
        set(item) if isinstance(item, dict) and not item.keys().isdisjoint({"bos_token", "eos_token"}) else item
        for item in items
    ]


def template_class(word: str | None) -> type:
    from llamafactory.data import template

    name = CLASSES.get(word or "plain", word)
    found = getattr(template, str(name), None)
    if not isinstance(found, type) or not issubclass(found, template.Template):
        raise ValueError(f"This version of LLaMA-Factory has no template class {word}.")
    return found


def template_arguments(definition: dict[str, Any]) -> dict[str, Any]:
    """What register_template is called with. What the definition leaves out is left to the engine."""
    from llamafactory.data.formatter import EmptyFormatter, FunctionFormatter, StringFormatter, ToolFormatter
    from llamafactory.data.mm_plugin import get_mm_plugin

    given = {key: value for key, value in definition.items() if value is not None or key == "enable_thinking"}
    named: dict[str, Any] = {"name": given["name"]} | {key: given[key] for key in PLAIN if key in given}
    for key in ("format_user", "format_assistant", "format_system", "format_observation"):
        if key in given:
            named[key] = StringFormatter(slots=slots(given[key]))
    if "format_prefix" in given:
        named["format_prefix"] = EmptyFormatter(slots=slots(given["format_prefix"]))
    tool_format = given.get("tool_format", "default")
    if "format_function" in given or "tool_format" in given:
        end = [] if given.get("efficient_eos") else [{"eos_token"}]
        default = slots(given["format_assistant"]) if "format_assistant" in given else ["{{content}}", *end]
        text = slots(given["format_function"]) if "format_function" in given else default
        named["format_function"] = FunctionFormatter(slots=text, tool_format=tool_format)
    if "tool_format" in given or "format_tools" in given:
        named["format_tools"] = ToolFormatter(
            slots=slots(given.get("format_tools", [])), tool_format=tool_format
        )
    for key in ("thought_words", "tool_call_words"):
        if key in given:
            named[key] = tuple(given[key])
    if "mm_plugin" in given:
        named["mm_plugin"] = get_mm_plugin(**given["mm_plugin"])
    if "template_class" in given:
        named["template_class"] = template_class(given["template_class"])
    return named


def register_template(definition: dict[str, Any]) -> None:
    from llamafactory.data.template import register_template as register

    register(**template_arguments(definition))


def build_template(definition: dict[str, Any]) -> Any:
    """The engine's template object, without the engine knowing it afterwards."""
    from llamafactory.data import template

    # No name of a template: whatever this one is called, it is made beside those that are registered.
    name = "\0"
    template.register_template(**template_arguments(definition) | {"name": name})
    return template.TEMPLATES.pop(name)


def register_group(definition: dict[str, Any]) -> None:
    from llamafactory.extras.constants import DownloadSource, register_model_group

    models = {
        name: {getattr(DownloadSource, HUBS[hub]): path for hub, path in hubs.items() if path}
        for name, hubs in definition["models"].items()
    }
    register_model_group(models, definition.get("template"), bool(definition.get("multimodal")))


def run_plugin(path: Path, sha256: str) -> None:
    """Runs the file as a module of its own, so that worker processes find its classes again."""
    code = path.read_bytes()
    if hashlib.sha256(code).hexdigest() != sha256:
        raise ValueError(f"{path} is not the text that was agreed to: it was changed since. Agree to it anew.")
    spec = importlib.util.spec_from_file_location(f"anneal_plugin_{path.stem.replace('-', '_')}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be run as Python.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    exec(compile(code, str(path), "exec"), module.__dict__)


def register_file(path: Path) -> None:
    """Plugins first: a template may name one."""
    additions = json.loads(path.read_text("utf-8"))
    for plugin in additions.get("plugins", []):
        run_plugin(path.parent / plugin["file"], plugin["sha256"])
    for definition in additions.get("templates", []):
        register_template(definition)
    for definition in additions.get("groups", []):
        register_group(definition)


def take_additions() -> Path | None:
    """The second argument, CONFIG.yaml ADDITIONS.json, taken away before the engine reads the command line."""
    if len(sys.argv) > 2 and sys.argv[2].endswith(".json"):
        return Path(sys.argv.pop(2))
    return None


def python_mistake(question: dict[str, str]) -> dict[str, str | None]:
    """Where Python does not understand a plugin's text. Nothing of it is run."""
    try:
        compile(question["code"], "plugin", "exec")
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        return {"mistake": f"Line {line}: {getattr(error, 'msg', error)}." if line else str(error)}
    return {"mistake": None}
