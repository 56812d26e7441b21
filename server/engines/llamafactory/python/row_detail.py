"""Owns one row in full, as a page shows it: each token, each medium with its formula, what the cutoff takes, notes.

Refuses to list more tokens than a page can show; the count is always whole.
"""

from __future__ import annotations

from typing import Any

from encode_notes import note
from encode_row import Encoder, Sequence, kept_numbers
from inference_texts import inference_texts
from tagged_tokens import Token
from token_texts import special_ids, written

MOST_TOKENS = 32_768
MOST_TEXT = 2_000


def detail(encoder: Encoder, row: Any) -> dict[str, Any]:
    encoder.memory.given(None)
    example, media, sequences = encoder.sequences(row)
    sequence = sequences[0]
    featured = encoder.featured(sequence, media)
    numbers = {token.at: number for number, tokens in enumerate(featured) for token in tokens}
    tokenizer, kept = encoder.rows.tokenizer, kept_numbers(sequence)
    special = special_ids(tokenizer)
    front = encoder.memory.front(encoder.rows.processor) if media else 0
    tokens = []
    for at, (token, label) in enumerate(zip(sequence.ids, sequence.labels)):
        is_tagged = isinstance(token, Token)
        medium = numbers.get(token.at) if is_tagged else None
        if not is_tagged and at < front * len(media):
            medium = at // front
        tokens.append(
            {
                "id": int(token),
                "text": token.text if is_tagged else written(tokenizer, token),
                "learned": label != -100,
                "special": int(token) in special,
                "media": medium,
            }
        )
    shown = []
    for number, (medium, whole) in enumerate(zip(media, featured)):
        count = len(whole) or front
        first = next((at for at, token in enumerate(tokens) if token["media"] == number), len(tokens))
        formula, facts = encoder.memory.formula(encoder.rows.processor, medium, count)
        shown.append(
            {key: medium[key] for key in ("kind", "source")}
            | {"from": first, "count": count, "formula": formula, "numbers": facts}
        )
    inference, notes = inference_texts(encoder, example, media, shown, tokenizer.decode(sequence.whole))
    if encoder.packed:
        notes.insert(0, note("packed", cutoff=encoder.cutoff))
    if len(sequences) > 1:
        notes.insert(0, note("pair", count=len(sequences[1].ids)))
    if len(sequence.ids) > MOST_TOKENS:
        notes.insert(0, note("listed", count=MOST_TOKENS))
    return {
        "status": "encoded",
        "tokens": tokens[:MOST_TOKENS],
        "length": len(sequence.whole),
        "cutoffLen": encoder.cutoff,
        "cutsMedia": any(token.at not in kept for tokens_ in featured for token in tokens_),
        "media": shown,
        "cuts": cuts(sequence, kept),
        "inference": inference,
        "notes": notes,
    }


def cuts(sequence: Sequence, kept: set[int]) -> list[dict[str, Any]]:
    """Where tokens are missing: before which of the kept ones, how many, and what they said."""
    found: list[dict[str, Any]] = []
    at, is_open = 0, False
    for token in sequence.whole:
        if not isinstance(token, Token) or token.at in kept:
            at, is_open = at + 1, False
            continue
        if not is_open:
            found.append({"at": at, "count": 0, "text": ""})
        is_open = True
        found[-1]["count"] += 1
        if len(found[-1]["text"]) < MOST_TEXT:
            found[-1]["text"] += token.text
    return found
