"""Owns the same conversation as inference writes it: transformers with its media in full, vLLM with one placeholder each.

Refuses to guess: where the model has no chat template of its own, or its template refuses, that is said instead.
"""

from __future__ import annotations

import json
import re
from typing import Any

from encode_notes import difference, note
from render import own_messages, own_tools
from tagged_tokens import PLACEHOLDER, PLACEHOLDERS

def conversation(example: dict[str, Any], with_parts: bool) -> list[dict[str, Any]]:
    turns = [
        {"role": str(getattr(turn["role"], "value", turn["role"])), "content": str(turn["content"] or "")}
        for turn in [*example["_prompt"], *example["_response"][:1]]
    ]
    messages = own_messages({"system": example["_system"], "turns": turns})
    if with_parts:
        for message in messages:
            message["content"] = parts(message["content"])
    return messages


def parts(text: str) -> list[dict[str, str]]:
    """A medium where its mark stands."""
    found = []
    for piece in re.split(f"({PLACEHOLDER.pattern})", text):
        if piece in PLACEHOLDERS:
            found.append({"type": PLACEHOLDERS[piece]})
        elif piece:
            found.append({"type": "text", "text": piece})
    return found


def chat_text(encoder: Any, example: dict[str, Any]) -> str:
    processor, tokenizer = encoder.rows.processor, encoder.rows.tokenizer
    tools = own_tools(example["_tools"])
    text: str = tokenizer.apply_chat_template(
        conversation(example, with_parts=processor is not None),
        chat_template=encoder.chat_template,
        tools=tools,
        tokenize=False,
    )
    return text


def expanded(encoder: Any, media: list[dict[str, Any]], text: str) -> str:
    """As transformers hands it to the model: the processor reads the media at their own size."""
    from PIL import Image

    processor = encoder.rows.processor
    files: dict[str, list[Any]] = {"image": [], "video": [], "audio": []}
    for medium in media:
        files[medium["kind"]].append(medium["file"])
    if files["video"] or files["audio"]:
        raise ValueError("the lengths of video and sound are not read for it here")
    pictures = [Image.open(path).convert("RGB") for path in files["image"]]
    ids = processor(text=[text], images=pictures or None)["input_ids"][0]
    return str(encoder.rows.tokenizer.decode(ids))


def inference_texts(
    encoder: Any, example: dict[str, Any], media: list[dict[str, Any]], shown: list[dict[str, Any]], training: str
) -> tuple[dict[str, str | None], list[dict[str, Any]]]:
    nothing: dict[str, str | None] = {"transformers": None, "vllm": None}
    if encoder.stage == "pt":
        return nothing, []
    rows = encoder.rows
    if not isinstance(encoder.chat_template, str):
        return nothing, [note("no-chat-template")]
    try:
        one_each = chat_text(encoder, example)
    except Exception as error:
        return nothing, [note("refused", why=str(error))]
    if not media:
        return {"transformers": one_each, "vllm": one_each}, difference(training, one_each)
    try:
        full = expanded(encoder, media, one_each)
    except Exception as error:
        return {"transformers": None, "vllm": one_each}, [note("not-in-full", why=str(error))]
    notes = []
    for number, (medium, at_training) in enumerate(zip(media, shown)):
        count = counted(rows, medium, full, number, media)
        if count is not None and count != at_training["count"]:
            told = {"training": at_training["count"], "inference": count}
            notes.append(note("other-count", number=number + 1, **told))
    return {"transformers": full, "vllm": one_each}, notes or difference(training, full)


def counted(rows: Any, medium: dict[str, Any], text: str, number: int, media: list[dict[str, Any]]) -> int | None:
    """The placeholders of the numbered picture in the full text, where they stand one after another."""
    own = getattr(rows.template.mm_plugin, f"{medium['kind']}_token", None)
    runs = re.findall(f"(?:{re.escape(own)})+", text) if own else []
    return len(runs[number]) // len(own) if own and len(runs) == len(media) else None
