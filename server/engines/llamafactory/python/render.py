"""Owns showing how a template writes a conversation: the engine's own encoding, with its pieces kept apart.

Refuses to register anything, to run a user's plugin, and to load code that comes with a model.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any

from additions import build_template

# Unicode's noncharacters stand around what a part wrote, so that a text inside another text keeps its name.
PARTS = ("prefix", "system", "tools", "user", "assistant", "function", "observation")
BEGIN = {part: chr(0xFDD0 + at) for at, part in enumerate(PARTS)}
END = chr(0xFDEF)
NAMES = {mark: part for part, mark in BEGIN.items()}
MARKS = re.compile("[\ufdd0-\ufdef]")
TOKEN_SHAPE = r"<\|[^<>\s]+?\|>|<｜[^<>\s]+?｜>"


class Written:
    """One slot as the engine's encoder hands it over, with the part that wrote it."""

    def __init__(self, slot: Any, part: str) -> None:
        self.slot, self.part = slot, part


class Recorder:
    """Stands where a formatter stood; says which part each slot came from."""

    def __init__(self, formatter: Any, part: str) -> None:
        self._formatter, self._part = formatter, part

    def __getattr__(self, name: str) -> Any:
        return getattr(self._formatter, name)

    def apply(self, **kwargs: Any) -> list[Any]:
        def mark(slot: Any) -> Any:
            return BEGIN[self._part] + slot + END if isinstance(slot, str) else Written(slot, self._part)

        return [mark(slot) for slot in self._formatter.apply(**kwargs)]


class Pen:
    """Stands where the tokenizer stood: a text that the engine would encode stays a text."""

    def encode(self, text: str, **_: Any) -> list[Any]:
        return [BEGIN["assistant"] + text + END]


def recording(template: Any) -> Any:
    template = deepcopy(template)
    for part in PARTS:
        name = f"format_{part}"
        setattr(template, name, Recorder(getattr(template, name), part))
    template._convert_elements_to_ids = lambda tokenizer, elements: list(elements)
    return template


def conversation(turns: list[dict[str, str]]) -> list[dict[str, str]]:
    """A user's turn or a tool's answer, then the assistant's or its call of a tool, and so on."""
    for at, turn in enumerate(turns):
        allowed = ("user", "observation") if at % 2 == 0 else ("assistant", "function")
        if turn["role"] not in allowed:
            raise ValueError(f"Turn {at + 1} must be {' or '.join(allowed)}; it is {turn['role']}.")
    return [{"role": turn["role"], "content": MARKS.sub("", turn["content"])} for turn in turns]


def elements(template: Any, request: dict[str, Any]) -> list[tuple[Any, bool]]:
    """Every slot in order, with whether the model learns it."""
    turns = conversation(request["turns"])
    system = MARKS.sub("", request.get("system") or "")
    tools = request.get("tools") or ""
    if len(turns) % 2:  # it ends with a question: what the model is asked with
        prompt, _ = template.encode_oneturn(
            Pen(), [*turns, {"role": "assistant", "content": ""}], system, tools
        )
        return [(slot, False) for slot in prompt]
    pairs = template.encode_multiturn(Pen(), turns, system, tools)
    written = [(slot, learned) for pair in pairs for slots, learned in zip(pair, (False, True)) for slot in slots]
    if template.efficient_eos:  # the end of the whole text is the engine's doing, not a slot's
        written.append((Written({"eos_token"}, "assistant"), True))
    return written


def unmark(text: str) -> tuple[str, list[str]]:
    """The text without marks, and the part of each of its characters."""
    plain: list[str] = []
    owners: list[str] = []
    open_parts = ["other"]
    for letter in text:
        if letter in NAMES:
            open_parts.append(NAMES[letter])
        elif letter == END:
            open_parts.pop()
        else:
            plain.append(letter)
            owners.append(open_parts[-1])
    return "".join(plain), owners


def special_spans(text: str, words: list[str], tokenizer: Any) -> list[tuple[int, int]]:
    """Where special tokens stand: those of the model, and what looks like one, which may be none to this model."""
    if tokenizer is not None:
        words = [str(token) for token in tokenizer.added_tokens_decoder.values() if token.special]
    shapes = [re.escape(word) for word in sorted(set(words), key=len, reverse=True)]
    return [match.span() for match in re.finditer("|".join([*shapes, TOKEN_SHAPE]), text)]


def text_pieces(text: str, learned: bool, words: list[str], tokenizer: Any) -> list[dict[str, Any]]:
    plain, owners = unmark(text)
    spans = special_spans(plain, words, tokenizer)
    cuts = {0, len(plain)} | {at for span in spans for at in span}
    cuts |= {at for at in range(1, len(owners)) if owners[at] != owners[at - 1]}
    edges = sorted(cuts)
    rows = [
        {
            "text": plain[begin:end],
            "kind": "token" if (begin, end) in spans else "text",
            "part": owners[begin],
            "learned": learned,
        }
        for begin, end in zip(edges, edges[1:])
    ]
    if tokenizer is None or not rows:
        return rows
    encoded = tokenizer(plain, add_special_tokens=False, return_offsets_mapping=tokenizer.is_fast)
    if not tokenizer.is_fast:  # it does not tell where its tokens begin
        kind = "token" if len(rows) == 1 and rows[0]["kind"] == "token" else "text"
        return [rows[0] | {"text": plain, "kind": kind, "ids": list(encoded["input_ids"])}]
    for row, begin, end in zip(rows, edges, edges[1:]):
        row["ids"] = [
            token
            for token, (start, _) in zip(encoded["input_ids"], encoded["offset_mapping"])
            if begin <= start < end
        ]
    return rows


def token_piece(written: Written, learned: bool, tokenizer: Any) -> dict[str, Any] | None:
    own = next(iter(written.slot)) if isinstance(written.slot, set) else None
    if own not in (None, "bos_token", "eos_token"):  # the engine passes over any other set
        return None
    text = own or written.slot["token"]
    piece: dict[str, Any] = {"kind": "token", "part": written.part, "learned": learned}
    if tokenizer is None:
        return piece | {"text": text}
    if own:
        text = getattr(tokenizer, own)
        if text is None:  # the engine writes nothing where the model has no such token
            return None
    known = tokenizer.convert_tokens_to_ids(text)
    return piece | {"text": text, "ids": [] if known is None else [known]}


def own_messages(request: dict[str, Any]) -> list[dict[str, Any]]:
    """The conversation as chat templates of models take it."""
    messages: list[dict[str, Any]] = []
    if request.get("system"):
        messages.append({"role": "system", "content": request["system"]})
    for turn in request["turns"]:
        if turn["role"] == "function":
            called = json.loads(turn["content"])
            called = called if isinstance(called, list) else [called]
            calls = [{"type": "function", "function": call} for call in called]
            messages.append({"role": "assistant", "content": "", "tool_calls": calls})
        else:
            role = "tool" if turn["role"] == "observation" else turn["role"]
            messages.append({"role": role, "content": turn["content"]})
    return messages


def own_tools(text: str | None) -> list[Any] | None:
    if not text:
        return None
    return [tool if "function" in tool else {"type": "function", "function": tool} for tool in json.loads(text)]


def own_text(tokenizer: Any, chat_template: str, request: dict[str, Any]) -> str:
    thinking = {} if request.get("thinking") is None else {"enable_thinking": request["thinking"]}
    text: str = tokenizer.apply_chat_template(
        own_messages(request),
        chat_template=chat_template,
        tools=own_tools(request.get("tools")) or None,
        tokenize=False,
        add_generation_prompt=len(request["turns"]) % 2 == 1,
        **thinking,
    )
    return text


def load_tokenizer(folder: str) -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(folder, trust_remote_code=False, local_files_only=True)


def chosen(template: Any, thinking: bool | None) -> Any:
    from llamafactory.data import template as engine
    from llamafactory.data.mm_plugin import PLUGINS

    if isinstance(template, str):
        if template not in engine.TEMPLATES:
            raise ValueError(f"LLaMA-Factory has no template {template}.")
        built = engine.TEMPLATES[template]
    else:
        plugin = (template.get("mm_plugin") or {}).get("name")
        # Text alone is shown here, so a plugin that is not registered in this process changes nothing.
        known = template if plugin in PLUGINS else {k: v for k, v in template.items() if k != "mm_plugin"}
        built = build_template(known)
    built = deepcopy(built)
    if isinstance(built, engine.ReasoningTemplate):
        built.enable_thinking = True if thinking is None else thinking
    return built


def render(request: dict[str, Any]) -> dict[str, Any]:
    template = chosen(request["template"], request.get("thinking"))
    tokenizer = load_tokenizer(request["model"]) if request.get("model") else None
    own = tokenizer.chat_template if tokenizer is not None else None
    if tokenizer is not None:
        template.fix_special_tokens(tokenizer)
    pieces: list[dict[str, Any]] = []
    for slot, learned in elements(recording(template), request):
        if isinstance(slot, Written):
            piece = token_piece(slot, learned, tokenizer)
            pieces += [piece] if piece else []
        else:
            pieces += text_pieces(slot, learned, template.stop_words, tokenizer)

    jinja, problem = None, None
    if tokenizer is not None and not isinstance(own, str):
        problem = "This model has no chat template of its own."
    elif tokenizer is not None:
        try:
            text = own_text(tokenizer, own, request)
            jinja = {"text": text, "same": text == "".join(piece["text"] for piece in pieces)}
        except Exception as error:
            problem = f"The model's own chat template refuses this conversation: {error}"
    stop_words = list(template.stop_words)
    return {"pieces": pieces, "jinja": jinja, "jinjaProblem": problem, "stopWords": stop_words}
