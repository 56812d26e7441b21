"""Owns one row on its way through Axolotl: read, written, judged by its length; and what came of it.

Refuses rows as the engine would, in its words, and media outside the dataset's folder.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any

from encode_setup import Setup
from media_files import Refused, check_picture, media_file

IGNORED = -100
MEDIA = {"image": ("image", "path"), "video": ("path", "video"), "audio": ("audio", "path")}


@dataclass
class Sequence:
    """What the model gets, and what it would get if nothing were cut."""

    ids: list[int]
    labels: list[int]
    whole: list[int]
    # Of rows with media: what the processor told of them.
    batch: dict[str, Any]
    pieces: int = 1


def sequences(setup: Setup, row: Any, root: str) -> list[Sequence]:
    """One, or two where the row is a pair."""
    if not isinstance(row, dict):
        raise Refused("The row is not an object with columns.")
    try:
        if setup.collator is not None:
            return [with_media(setup, row, root)]
        if setup.cfg.rl:
            return answers(setup, row)
        if setup.cfg.reward_model:
            return rewarded(setup, row)
        return [by_length(setup, plain(setup, row))]
    except Refused:
        raise
    except Exception as error:
        raise Refused(str(error).strip() or type(error).__name__) from error


def plain(setup: Setup, row: dict[str, Any]) -> Sequence:
    if setup.cfg.datasets[0]["type"] != "completion":
        read = setup.reader.tokenize_prompt(row)
        return Sequence(list(read["input_ids"]), list(read["labels"]), list(read["input_ids"]), {})
    read = setup.reader.tokenize_prompt({key: [value] for key, value in row.items()})
    ids = [token for piece in read["input_ids"] for token in piece]
    labels = [label for piece in read["labels"] for label in piece]
    return Sequence(ids, labels, ids, {}, len(read["input_ids"]))


def by_length(setup: Setup, found: Sequence) -> Sequence:
    """What is too long is left out, unless it is asked to be cut."""
    limit, length = setup.cfg.sequence_len, len(found.whole)
    if found.pieces > 1:
        return found
    strategy = (setup.cfg.excess_length_strategy or "drop").lower()
    if length < (setup.cfg.min_sample_len or 2):
        raise Refused(f"It has {length} tokens; Axolotl leaves out rows with so few (min_sample_len).")
    if length <= limit:
        return found
    if strategy != "truncate":
        what = "stops at" if strategy == "raise" else "leaves out"
        raise Refused(
            f"It has {length} tokens, more than sequence_len ({limit}): Axolotl {what} such rows "
            "(excess_length_strategy)."
        )
    return Sequence(found.ids[:limit], found.labels[:limit], found.whole, {})


def transformed(setup: Setup, row: dict[str, Any]) -> dict[str, Any]:
    takes = inspect.signature(setup.reader).parameters
    told: dict[str, Any] = setup.reader(dict(row), **({"tokenizer": setup.tokenizer} if "tokenizer" in takes else {}))
    return told


def answers(setup: Setup, row: dict[str, Any]) -> list[Sequence]:
    """The trainer's way with pairs and marked answers: the question, then the answer, which ends as the model ends."""
    told = transformed(setup, row)
    sides = ("completion",) if setup.cfg.rl == "kto" else ("chosen", "rejected")
    tokenizer, limit = setup.tokenizer, setup.cfg.sequence_len
    found = []
    for side in sides:
        answer = told[side]
        if not answer.endswith(tokenizer.eos_token):
            answer += tokenizer.eos_token
        question = ids_of(tokenizer, told["prompt"])
        ids = ids_of(tokenizer, told["prompt"] + answer)
        if len(ids) > limit:
            raise Refused(f"It has {len(ids)} tokens, more than sequence_len ({limit}): Axolotl leaves such rows out.")
        labels = [IGNORED] * len(question) + ids[len(question) :]
        found.append(Sequence(ids, labels, ids, {}))
    return found


def ids_of(tokenizer: Any, text: str) -> list[int]:
    ids = list(tokenizer(text)["input_ids"])
    is_double = len(ids) > 1 and ids[0] == ids[1] == tokenizer.bos_token_id
    return ids[1:] if is_double else ids


def rewarded(setup: Setup, row: dict[str, Any]) -> list[Sequence]:
    """Both answers are scored by their end; what they share is not what is learnt from."""
    told = setup.reader.tokenize_prompt(row)
    sides = [list(told["chosen_ids"]), list(told["rejected_ids"])]
    shared = next((at for at, (a, b) in enumerate(zip(*sides)) if a != b), min(map(len, sides)))
    return [Sequence(ids, [IGNORED] * shared + ids[shared:], ids, {}) for ids in sides]


def with_media(setup: Setup, row: dict[str, Any], root: str) -> Sequence:
    for medium in media_of(setup, row):
        find(medium, root)
    batch = setup.collator.process_rows([row])
    ids = batch["input_ids"][0].tolist()
    return Sequence(ids, batch["labels"][0].tolist(), ids, dict(batch))


def messages_of(setup: Setup, row: dict[str, Any]) -> list[dict[str, Any]]:
    found = row.get(setup.cfg.datasets[0].get("field_messages") or "messages")
    return [turn for turn in found if isinstance(turn, dict)] if isinstance(found, list) else []


def media_of(setup: Setup, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The parts that are pictures, videos or sounds, in their order."""
    contents = [turn.get("content") for turn in messages_of(setup, row)]
    parts = [part for content in contents if isinstance(content, list) for part in content]
    return [part for part in parts if isinstance(part, dict) and part.get("type") in MEDIA]


def find(medium: dict[str, Any], root: str) -> None:
    """Refuses what the engine would stop at, before it does; and addresses, which are not opened to show tokens."""
    for key in (*MEDIA[medium["type"]], "url"):
        source = medium.get(key)
        if not isinstance(source, str) or source.startswith("data:"):
            continue
        if "://" in source:
            raise Refused(f"{source} is an address; nothing is fetched to show tokens.")
        path = media_file(source, root)
        if medium["type"] == "image":
            check_picture(path)


def figures(setup: Setup, row: Any, root: str) -> dict[str, Any]:
    found = sequences(setup, row, root)
    return {
        "status": "counted",
        "length": max(len(each.whole) for each in found),
        "kept": sum(len(each.ids) for each in found),
        "learned": sum(label != IGNORED for each in found for label in each.labels),
        "isCut": any(len(each.ids) < len(each.whole) for each in found),
        "cutsMedia": False,
    }
