"""Owns one row on its way through the engine: converted, written, cut; and what came of it.

Refuses rows as the engine would, in its words.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from media_files import Refused, found_media
from media_seen import MediaMemory
from tagged_tokens import PLACEHOLDER, PLACEHOLDERS, Token, mark, placeholder, tag, unmark
from token_texts import pieces

NO_CUT = 2**31
MOST_TEXT = 2_000
COLUMNS = ("prompt", "query", "response", "history", "messages", "system", "tools", "images", "videos", "audios")
COLUMNS += ("chosen", "rejected", "kto_tag")


class Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """What the engine warns of meanwhile."""
    listener, log = Listener(), logging.getLogger("llamafactory")
    handlers, log.handlers = log.handlers, [listener]
    try:
        yield listener.heard
    finally:
        log.handlers = handlers


def words(error: Exception | str) -> str:
    text = unmark(str(error)).strip() or type(error).__name__
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…"


@dataclass
class Sequence:
    """What the model gets: ids and labels, and the ids before they were cut."""

    ids: list[int]
    labels: list[int]
    whole: list[int]


@dataclass
class Encoder:
    rows: Any
    stage: str
    packed: bool
    memory: MediaMemory
    # The model's own.
    chat_template: Any
    convert: Any = None
    root: str = ""
    attributes: Any = None
    cutoff: int = field(init=False)

    def __post_init__(self) -> None:
        self.cutoff = self.rows.data_args.cutoff_len

    def open(self, attributes: Any, root: str) -> None:
        from llamafactory.data.converter import get_dataset_converter

        self.attributes, self.root = attributes, root
        # Media are found by us, inside the folder; the converter is to leave them as they are.
        arguments = deepcopy(self.rows.data_args)
        arguments.media_dir = root
        self.convert = get_dataset_converter(attributes.formatting, attributes, arguments)

    def example(self, row: Any) -> dict[str, Any]:
        """The row as the engine's converter gives it; a column that a row lacks is empty, as in the engine's tables."""
        if not isinstance(row, dict):
            raise Refused("The row is not an object with columns.")
        row = dict(row)
        attributes = self.attributes
        for name in COLUMNS:
            if column := getattr(attributes, name):
                row.setdefault(column, None)
        messages = row.get(attributes.messages) if attributes.messages else None
        if isinstance(messages, list) and attributes.formatting != "alpaca":
            empty = {attributes.role_tag: None, attributes.content_tag: None}
            row[attributes.messages] = [
                empty | turn if isinstance(turn, dict) else turn for turn in messages
            ]
        example: dict[str, Any] = self.convert(row)
        for kind in ("images", "videos", "audios"):
            example[f"_{kind}"] = found_media(example[f"_{kind}"], kind, self.root)
        return example

    def run(self, example: dict[str, Any], cutoff: int, media: int) -> dict[str, list[Any]]:
        self.rows.template.counting.restart(media)
        self.rows.data_args.cutoff_len = cutoff
        try:
            written: dict[str, list[Any]] = self.rows.preprocess_dataset(
                {name: [value] for name, value in example.items()}
            )
        finally:
            self.rows.data_args.cutoff_len = self.cutoff
        return written

    def sequences(self, row: Any) -> tuple[dict[str, Any], list[dict[str, Any]], list[Sequence]]:
        """The converted row, its media in the order of their marks, and one sequence, or two where it is a pair."""
        self.memory.restart()
        with listening() as heard:
            try:
                example = self.example(row)
                if self.stage == "pt":
                    return example, [], [self.plain_text(example)]
                media = self.media_of(example)
                marked = with_marks(example) if media else example
                whole = self.run(marked, NO_CUT, len(media))
                if not next(iter(whole.values()), []):
                    raise Refused(words(heard[0] if heard else "The engine leaves this row out."))
                # Exactly at the limit the engine's shares of both sides are rounded.
                is_short = all(len(ids[0]) < self.cutoff for name, ids in whole.items() if name.endswith("input_ids"))
                kept = whole if is_short else self.run(marked, self.cutoff, len(media))
            except Refused:
                raise
            except Exception as error:
                raise Refused(words(error)) from error
        names = ("chosen_", "rejected_") if self.stage == "rm" else ("",)
        found = [
            Sequence(kept[f"{name}input_ids"][0], kept[f"{name}labels"][0], whole[f"{name}input_ids"][0])
            for name in names
        ]
        return example, media, found

    def plain_text(self, example: dict[str, Any]) -> Sequence:
        """Pre-training learns everything, but for what is also used to fill up."""
        whole = list(self.run(example, NO_CUT, 0)["input_ids"][0])
        text = self.rows.tokenizer.decode(whole)
        told = list(pieces(text, self.rows.tokenizer))
        if [token for token, _, _ in told] == whole:
            counting = self.rows.template.counting
            counting.restart()
            whole = [tag(token, shown, None, counting) for token, shown, _ in told]
        ids = whole if self.packed else whole[: self.cutoff]
        filler = self.rows.tokenizer.pad_token_id
        return Sequence(ids, [-100 if token == filler else token for token in ids], whole)

    def media_of(self, example: dict[str, Any]) -> list[dict[str, Any]]:
        """One for each mark in the text; where the lists do not fit the marks, the engine says so later."""
        sources = {kind: list(example[f"_{kind}s"] or []) for kind in PLACEHOLDERS.values()}
        if not any(sources.values()):
            return []
        turns = [*example["_prompt"], *example["_response"][:1]]
        found = []
        counts = dict.fromkeys(sources, 0)
        for word in PLACEHOLDER.findall("".join(str(turn["content"]) for turn in turns)):
            kind = PLACEHOLDERS[word]
            at = counts[kind]
            counts[kind] += 1
            source = sources[kind][at] if at < len(sources[kind]) else ""
            found.append({"kind": kind, "index": at, "source": self.shown(source), "file": source})
        return found

    def shown(self, source: Any) -> str:
        if isinstance(source, list):
            return self.shown(source[0]) if source else ""
        if isinstance(source, dict):
            return self.shown(source["path"]) if source.get("bytes") is None else "base64"
        path = str(source)
        return os.path.relpath(path, self.root) if os.path.isabs(path) else path

    def featured(self, sequence: Sequence, media: list[dict[str, Any]]) -> list[list[Token]]:
        """For each medium the tokens of the whole row that stand for its features, without what is around them."""
        plugin, tokenizer = self.rows.template.mm_plugin, self.rows.tokenizer
        found = []
        for number, medium in enumerate(media):
            own = getattr(plugin, f"{medium['kind']}_token")
            known = tokenizer.convert_tokens_to_ids(own) if own else None
            inside = [each for each in sequence.whole if isinstance(each, Token) and each.medium == number]
            stands = placeholder(inside, known, self.memory.name.startswith("MiniCPM"))
            also = self.memory.also(self.rows.processor, tokenizer)
            found.append([token for token in inside if token == stands or int(token) in also])
        return found

    def figures(self, row: Any, grids: Any) -> dict[str, Any]:
        self.memory.given(grids)
        _, media, sequences = self.sequences(row)
        longest = max(sequences, key=lambda each: len(each.whole))
        lost = False
        if media and len(longest.ids) < len(longest.whole):
            kept = kept_numbers(longest)
            lost = any(token.at not in kept for tokens in self.featured(longest, media) for token in tokens)
        return {
            "status": "counted",
            "length": len(longest.whole),
            "kept": sum(len(each.ids) for each in sequences),
            "learned": sum(label != -100 for each in sequences for label in each.labels),
            "isCut": any(len(each.ids) < len(each.whole) for each in sequences),
            "cutsMedia": lost,
        }


def with_marks(example: dict[str, Any]) -> dict[str, Any]:
    def marked(turns: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            turn | {"content": mark(turn["content"])} if isinstance(turn["content"], str) else turn for turn in turns
        ]

    return example | {"_prompt": marked(example["_prompt"]), "_response": marked(example["_response"])}


def kept_numbers(sequence: Sequence) -> set[int]:
    return {token.at for token in sequence.ids if isinstance(token, Token)}
