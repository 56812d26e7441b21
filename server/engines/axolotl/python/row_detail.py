"""Owns one row in full, as a page shows it: each token, each medium with its formula, what is cut, inference, notes.

Refuses to list more tokens than a page can show; the count is always whole.
"""

from __future__ import annotations

import os
from typing import Any

from encode_notes import difference, note
from encode_row import IGNORED, MEDIA, Sequence, media_of, messages_of, sequences
from encode_setup import Setup
from token_texts import special_ids, texts_of

MOST_TOKENS = 32_768
MOST_TEXT = 2_000


def detail(setup: Setup, row: Any, root: str, masks_history: bool) -> dict[str, Any]:
    found = sequences(setup, row, root)
    sequence, tokenizer = found[0], setup.tokenizer
    spans = media_spans(setup, row, sequence)
    special, texts = special_ids(tokenizer), texts_of(sequence.ids, tokenizer)
    tokens = [
        {
            "id": int(token),
            "text": text,
            "learned": label != IGNORED,
            "special": int(token) in special,
            "media": next((number for number, (begin, end) in enumerate(spans) if begin <= at < end), None),
        }
        for at, (token, text, label) in enumerate(zip(sequence.ids, texts, sequence.labels))
    ]
    media = [told(part, span, number, sequence, setup, root) for number, (part, span) in enumerate(
        zip(media_of(setup, row) if setup.collator is not None else [], spans)
    )]
    inference, notes = inference_texts(setup, row, sequence)
    if masks_history:
        notes.insert(0, note("mask-history"))
    if sequence.pieces > 1:
        notes.insert(0, note("pieces", count=sequence.pieces, cutoff=setup.cfg.sequence_len))
    if len(found) > 1:
        notes.insert(0, note("pair", count=len(found[1].ids)))
    if len(sequence.ids) > MOST_TOKENS:
        notes.insert(0, note("listed", count=MOST_TOKENS))
    return {
        "status": "encoded",
        "tokens": tokens[:MOST_TOKENS],
        "length": len(sequence.whole),
        "cutoffLen": setup.cfg.sequence_len,
        "cutsMedia": False,
        "media": media,
        "cuts": cut(sequence, tokenizer),
        "inference": inference,
        "notes": notes,
    }


def cut(sequence: Sequence, tokenizer: Any) -> list[dict[str, Any]]:
    """Only ever the end."""
    lost = sequence.whole[len(sequence.ids) :]
    text = tokenizer.decode(lost, skip_special_tokens=False)[:MOST_TEXT]
    return [{"at": len(sequence.ids), "count": len(lost), "text": text}] if lost else []


def media_spans(setup: Setup, row: Any, sequence: Sequence) -> list[tuple[int, int]]:
    """Runs of the tokens that stand for pictures, where there are as many runs as pictures."""
    if setup.collator is None:
        return []
    known = stands_for(setup)
    spans: list[tuple[int, int]] = []
    for at, token in enumerate(sequence.ids):
        if token not in known:
            continue
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans if len(spans) == len(media_of(setup, row)) else []


def stands_for(setup: Setup) -> set[int]:
    processor, convert = setup.processor, setup.tokenizer.convert_tokens_to_ids
    words = [getattr(processor, f"{kind}_token", None) for kind in MEDIA]
    known = {convert(word) for word in words if isinstance(word, str)}
    strategy = setup.collator.processing_strategy
    return known | ({strategy.image_token_id} if strategy.image_token_id is not None else set())


def told(
    part: dict[str, Any], span: tuple[int, int], number: int, sequence: Sequence, setup: Setup, root: str
) -> dict[str, Any]:
    begin, end = span
    formula, numbers = formula_of(setup, part["type"], number, end - begin, sequence)
    source = next((part[key] for key in (*MEDIA[part["type"]], "url") if isinstance(part.get(key), str)), "base64")
    shown = os.path.relpath(source, root) if os.path.isabs(source) else source
    return {
        "kind": part["type"],
        "source": "base64" if source.startswith("data:") else shown,
        "from": begin,
        "count": end - begin,
        "formula": formula,
        "numbers": numbers,
    }


def formula_of(
    setup: Setup, kind: str, number: int, count: int, sequence: Sequence
) -> tuple[str, dict[str, Any]]:
    """Shown only where its numbers give what the processor wrote."""
    grids = sequence.batch.get(f"{kind}_grid_thw")
    merge = getattr(getattr(setup.processor, "image_processor", None), "merge_size", None)
    if grids is not None and merge and number < len(grids):
        steps, height, width = (int(side) for side in grids[number])
        if steps * height * width // merge**2 == count:
            return "grid_t·grid_h·grid_w / merge²", {"grid_t": steps, "grid_h": height, "grid_w": width, "merge": merge}
    return "", {}


def inference_texts(setup: Setup, row: Any, sequence: Sequence) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The same messages by the model's own template; of pictures one placeholder each."""
    nothing = {"transformers": None, "vllm": None}
    messages = messages_of(setup, row)
    if not messages or setup.cfg.datasets[0]["type"] != "chat_template":
        return nothing, []
    if not isinstance(setup.own_template, str):
        return nothing, [note("no-chat-template")]
    try:
        turns = messages if setup.collator is not None else setup.reader.get_conversation_thread(row)
        text = setup.tokenizer.apply_chat_template(turns, chat_template=setup.own_template, tokenize=False)
    except Exception as error:
        return nothing, [note("refused", why=str(error))]
    if setup.collator is not None:
        return {"transformers": None, "vllm": text}, []
    training = setup.tokenizer.decode(sequence.whole, skip_special_tokens=False)
    return {"transformers": text, "vllm": text}, difference(training, text)
