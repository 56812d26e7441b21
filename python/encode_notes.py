"""Owns what is said beside the tokens of a row, by code; pages have the words of other languages. Refuses to judge."""

from __future__ import annotations

from typing import Any

AROUND = 24
# English words by code; other languages have their own.
NOTES = {
    "packed": "Packing puts rows together into blocks of {cutoff} tokens after this.",
    "pair": "Shown is the better answer; with the worse one in its place there are {count} tokens.",
    "listed": "Only the first {count} tokens are listed.",
    "no-chat-template": "The model has no chat template of its own: inference writes what its caller gives it.",
    "refused": "The model's own chat template refuses this conversation: {why}",
    "not-in-full": "transformers does not write it in full here: {why}",
    "other-count": (
        "Picture {number} is {training} tokens in training and {inference} in transformers: training resizes it "
        "first (image_max_pixels, image_min_pixels)."
    ),
    "mask-history": "Axolotl learns every answer of a conversation; it has no switch for the last one alone.",
    "pieces": "Cut into {count} pieces of at most {cutoff} tokens, which are learnt one by one.",
    "differs": (
        "Training and inference write different texts, from character {at} on: “{training}” in training, "
        "“{inference}” at inference."
    ),
}


def note(code: str, **params: str | int) -> dict[str, Any]:
    return {"code": code, "message": NOTES[code].format(**params), "params": params}


def difference(training: str, other: str) -> list[dict[str, Any]]:
    if training == other:
        return []
    at = next((at for at, (a, b) in enumerate(zip(training, other)) if a != b), min(len(training), len(other)))
    shown = slice(max(0, at - 8), at + AROUND)
    return [note("differs", at=at + 1, training=training[shown], inference=other[shown])]
