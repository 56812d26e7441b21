"""Owns the text behind each token, as a tokenizer tells it. Refuses to guess where characters and tokens do not meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def pieces(text: str, tokenizer: Any) -> Iterator[tuple[int, str, int]]:
    """Ids as the engine's `encode` gives them, each with its text and where it begins."""
    if not tokenizer.is_fast:  # it does not tell where its tokens begin
        for token in tokenizer.encode(text, add_special_tokens=False):
            yield token, tokenizer.decode([token]), -1
        return
    encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
    before = 0
    for token, (start, end) in zip(encoded["input_ids"], encoded["offset_mapping"]):
        # The bytes of one character may be several tokens: the first shows it.
        yield token, text[before:end], start
        before = max(before, end)


def written(tokenizer: Any, token: int) -> str:
    return str(tokenizer.convert_ids_to_tokens(int(token)))


def texts_of(ids: list[int], tokenizer: Any) -> list[str]:
    """By their place in the whole text; each by itself where the text would be cut otherwise."""
    told = list(pieces(tokenizer.decode(ids, skip_special_tokens=False), tokenizer))
    if [token for token, _, _ in told] == list(ids):
        return [text for _, text, _ in told]
    return [written(tokenizer, token) for token in ids]


def special_ids(tokenizer: Any) -> set[int]:
    return set(tokenizer.all_special_ids) | {
        number for number, token in tokenizer.added_tokens_decoder.items() if token.special
    }
