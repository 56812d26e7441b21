"""Owns reading register_template(...) and register_model_group(...) from source, the engine's or pasted, into definitions.

Refuses to run any of it: what cannot be read as it stands is told as a problem.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from typing import Any

from group_names import family
from literals import Unreadable, arguments_of, call_name, literal

HUBS = {"DEFAULT": "huggingface", "MODELSCOPE": "modelscope", "OPENMIND": "modelers"}
CLASSES = {"Template": "plain", "ReasoningTemplate": "reasoning", "Llama2Template": "llama2"}
CALL = re.compile(r"\b_?register_(template|model_group)\s*\(")
FORMATTERS = tuple(
    f"format_{part}" for part in ("user", "assistant", "system", "function", "observation", "tools", "prefix")
)
LITERALS = (
    "name",
    "default_system",
    "stop_words",
    "thought_words",
    "tool_call_words",
    "efficient_eos",
    "replace_eos",
    "replace_jinja_template",
    "enable_thinking",
    "preserve_thinking",
)


def hub_paths(node: ast.expr) -> dict[str, str]:
    """{DownloadSource.DEFAULT: "org/name"} with the hub's own name for a key."""
    if not isinstance(node, ast.Dict):
        raise Unreadable(node)
    hubs = [getattr(key, "attr", None) for key in node.keys]
    return {
        HUBS[hub]: str(literal(value))
        for hub, value in zip(hubs, node.values, strict=True)
        if hub in HUBS
    }


def formatter(node: ast.expr) -> dict[str, Any]:
    """{slots?, tool_format?} of StringFormatter(slots=[...]) and its kin."""
    if not isinstance(node, ast.Call) or not call_name(node).endswith("Formatter"):
        raise Unreadable(node)
    given = {key: literal(value) for key, value in arguments_of(node, ("slots", "tool_format")).items()}
    if "slots" in given:
        written = given["slots"] if isinstance(given["slots"], list) else [given["slots"]]
        # The engine writes nothing for a set of anything but the tokenizer's own tokens.
        given["slots"] = [slot for slot in written if not isinstance(slot, dict) or is_token(slot)]
    return given


def is_token(slot: dict[str, Any]) -> bool:
    return slot in ({"bos_token": None}, {"eos_token": None}) or isinstance(slot.get("token"), str)


def template_class(node: ast.expr) -> str:
    if not isinstance(node, ast.Name):
        raise Unreadable(node)
    return CLASSES.get(node.id, node.id)


def plugin(node: ast.expr) -> dict[str, Any]:
    if not isinstance(node, ast.Call) or call_name(node) != "get_mm_plugin":
        raise Unreadable(node)
    given = arguments_of(node, ("name", "image_token", "video_token", "audio_token"))
    return {key: literal(value) for key, value in given.items()}


def read_template(call: ast.Call) -> tuple[dict[str, Any], list[str]]:
    """A definition of what could be read, and what could not."""
    definition: dict[str, Any] = {}
    problems: list[str] = []
    formats: set[str] = set()
    for key, node in arguments_of(call, ("name", *FORMATTERS)).items():
        try:
            if key in FORMATTERS:
                given = formatter(node)
                if "slots" in given:
                    definition[key] = given["slots"]
                if "tool_format" in given:
                    formats.add(given["tool_format"])
                    definition["tool_format"] = given["tool_format"]
            elif key == "mm_plugin":
                definition[key] = plugin(node)
            elif key == "template_class":
                definition[key] = template_class(node)
            elif key in LITERALS:
                definition[key] = literal(node)
            else:
                problems.append(f"Line {node.lineno}: templates have no `{key}`.")
        except Unreadable as error:
            problems.append(f"{error} It is `{key}`.")
    if not definition.get("name"):
        return {}, [*problems, f"Line {call.lineno}: the template has no name."]
    if len(formats) > 1:
        problems.append(f"Two tool formats, {' and '.join(sorted(formats))}: the last one is taken.")
    return definition, problems


def read_group(call: ast.Call) -> tuple[dict[str, Any], list[str]]:
    given = arguments_of(call, ("models", "template", "multimodal"))
    table = given.get("models")
    if not isinstance(table, ast.Dict):
        return {}, [f"Line {call.lineno}: a model group needs `models`, written out."]
    problems: list[str] = []
    definition: dict[str, Any] = {"models": {}}
    for key, value in zip(table.keys, table.values, strict=True):
        try:
            definition["models"][str(literal(key)) if key else ""] = hub_paths(value)
        except Unreadable as error:
            problems.append(str(error))
    for word in ("template", "multimodal"):
        if word in given:
            try:
                definition[word] = literal(given[word])
            except Unreadable as error:
                problems.append(str(error))
    if not definition["models"]:
        return {}, [*problems, f"Line {call.lineno}: the model group names no models."]
    return {"name": family(list(definition["models"]))} | definition, problems


def end_of_call(text: str) -> int | None:
    """Where the parenthesis closes that the text begins with; strings and comments may hold others."""
    lines = text.splitlines(keepends=True)
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
                if depth == 0 and token.string == ")":
                    return sum(len(line) for line in lines[: token.end[0] - 1]) + token.end[1]
    except (tokenize.TokenError, SyntaxError):
        return None
    return None


def find_calls(text: str) -> Iterator[ast.Call | str]:
    """Each call in a text of any kind, such as an article; a problem where one does not end or is no Python."""
    at = 0
    while found := CALL.search(text, at):
        line = text.count("\n", 0, found.start()) + 1
        length = end_of_call(text[found.start() :])
        at = found.start() + length if length else found.end()
        if length is None:
            yield f"Line {line}: `{found[0]}` is not closed."
            continue
        try:
            tree = ast.parse(text[found.start() : at], mode="eval")
            ast.increment_lineno(tree, line - 1)
            if isinstance(tree.body, ast.Call):
                yield tree.body
        except SyntaxError as error:
            yield f"Line {line - 1 + (error.lineno or 1)}: {error.msg}."


def read_calls(text: str) -> dict[str, Any]:
    found: dict[str, list[Any]] = {"templates": [], "groups": [], "problems": []}
    for call in find_calls(text):
        if isinstance(call, str):
            found["problems"].append(call)
            continue
        of_template = call_name(call).endswith("register_template")
        definition, problems = read_template(call) if of_template else read_group(call)
        found["problems"] += problems
        if definition:
            found["templates" if of_template else "groups"].append(definition)
    if not any(found.values()):
        found["problems"].append("There is no register_template(…) and no register_model_group(…) in this text.")
    return found


def answer(params: dict[str, Any]) -> dict[str, Any]:
    return read_calls(str(params["text"]))
