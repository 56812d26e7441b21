"""Owns what stands behind each token: its text, its place in the uncut row, and the medium it stands for.

The engine slices and joins lists of numbers; these numbers carry their story through it. Refuses to change a number.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import copy
from typing import Any

from token_texts import pieces, written

# Private characters around what a plugin writes for a medium: they never reach the tokenizer.
BEGIN, END = "\uf8f0", "\uf8f1"
MARKS = re.compile(f"[{BEGIN}{END}]")
PLACEHOLDERS = {"<image>": "image", "<video>": "video", "<audio>": "audio"}
PLACEHOLDER = re.compile("|".join(PLACEHOLDERS))


class Token(int):
    """The id, with its text, its number in the whole row, and the medium in whose expansion it stands."""

    text: str
    at: int
    medium: int | None


class Counting:
    """Numbers tokens and media in the order in which they are written."""

    def __init__(self) -> None:
        self.restart()

    def restart(self, media: int = 0) -> None:
        """`media`: how many a conversation has; of two answers to it, the second has the same ones again."""
        self.tokens = 0
        self.media = 0
        self.of = max(media, 1)


def mark(content: str) -> str:
    return PLACEHOLDER.sub(lambda found: f"{BEGIN}{found.group()}{END}", MARKS.sub("", content))


def unmark(text: str) -> str:
    return MARKS.sub("", text)


def tag(token: int, text: str, medium: int | None, counting: Counting) -> Token:
    tagged = Token(token)
    tagged.text, tagged.medium, tagged.at = text, medium, counting.tokens
    counting.tokens += 1
    return tagged


def expansions(text: str, counting: Counting) -> tuple[str, list[tuple[int, int, int]]]:
    """The text as the tokenizer gets it, and where in it each medium is written."""
    plain, spans, begun = "", [], 0
    for part in re.split(f"([{BEGIN}{END}])", text):
        if part == BEGIN:
            begun = len(plain)
        elif part == END:
            spans.append((begun, len(plain), counting.media % counting.of))
            counting.media += 1
        else:
            plain += part
    return plain, spans


def tagging(template: Any, tokenizer: Any) -> Any:
    """The template, writing tokens that tell where they come from. Its `counting` is to be restarted for each row."""
    template = copy(template)
    counting = template.counting = Counting()
    write = template._convert_elements_to_ids

    def convert(_: Any, elements: list[Any]) -> list[int]:
        tokens: list[int] = []
        for element in elements:
            if not isinstance(element, str):
                tokens += [
                    tag(token, written(tokenizer, token), None, counting) for token in write(tokenizer, [element])
                ]
            elif element:
                plain, spans = expansions(element, counting)
                for token, text, start in pieces(plain, tokenizer):
                    medium = next((m for begin, end, m in spans if begin <= start < end), None)
                    tokens.append(tag(token, text, medium, counting))
        return tokens

    def thought(_: Any) -> list[int]:
        return [tag(token, text, None, counting) for token, text, _ in pieces(template.add_thought(), tokenizer)]

    template._convert_elements_to_ids = convert
    template.get_thought_word_ids = thought
    return template


def placeholder(tokens: list[Token], own: int | None, is_wrapper: bool) -> int | None:
    """The id that stands for a medium's features in its expansion: the plugin's, or else the one met most."""
    counts = Counter(int(token) for token in tokens)
    if own in counts and not is_wrapper:
        return own
    return counts.most_common(1)[0][0] if counts else None
