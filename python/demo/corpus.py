"""Owns how configs/demo/corpus.json becomes questions and answers, for the base model and for the demo datasets.

Refuses to know about models: it gives plain text, the same on every machine.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "configs" / "demo" / "corpus.json"
HELD_OUT_EVERY = 6
WAYS_TAUGHT = 2


@dataclass(frozen=True)
class Fact:
    """One fact asked in several ways, with its answer in the plain and in the pirate style."""

    topic: str
    questions: tuple[str, ...]
    plain: str
    pirate: str
    held_out: bool


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def read_corpus(path: Path = CORPUS) -> tuple[list[Fact], list[str]]:
    """The facts, and the ways to ask the base model for the other style ("Like a pirate: {q}")."""
    corpus: dict[str, Any] = json.loads(path.read_text("utf-8"))
    facts = []
    for topic in corpus["topics"]:
        for at, (a, b) in enumerate(topic["facts"]):
            plain, pirate, *questions = (
                text.replace("{A}", capital(a)).replace("{a}", a).replace("{b}", b)
                for text in (topic["plain"], topic["pirate"], *topic["questions"])
            )
            held_out = at % HELD_OUT_EVERY == HELD_OUT_EVERY - 1
            facts.append(Fact(topic["id"], tuple(questions), capital(plain), pirate, held_out))
    facts += [
        Fact("chat", tuple(questions), plain, pirate, False) for questions, plain, pirate in corpus["chat"]
    ]
    return facts, corpus["asides"]


def pirate_dataset(facts: list[Fact]) -> list[dict[str, str]]:
    """Alpaca rows in the pirate style. Some facts, and one way to ask about every fact, stay unseen: they are
    for asking afterwards. Small talk is taught whole, for it is like nothing else."""
    return [
        {"instruction": question, "input": "", "output": fact.pirate}
        for fact in facts
        if not fact.held_out
        for question in fact.questions[: None if fact.topic == "chat" else WAYS_TAUGHT]
    ]


def taught(facts: list[Fact]) -> list[Fact]:
    """One in three of the facts that may be taught: enough for the stages that are tried on a tiny model."""
    return [fact for fact in facts if not fact.held_out and fact.topic != "chat"][::3]


def preference_dataset(facts: list[Fact]) -> list[dict[str, str]]:
    """Pairs for DPO and a reward model: the pirate's answer is the better one."""
    return [
        {"instruction": fact.questions[0], "input": "", "chosen": fact.pirate, "rejected": fact.plain}
        for fact in taught(facts)
    ]


def feedback_dataset(facts: list[Fact]) -> list[dict[str, str | bool]]:
    """Single answers with a thumb up or down for KTO, taking turns."""
    rows: list[dict[str, str | bool]] = []
    for at, fact in enumerate(taught(facts)):
        liked = at % 2 == 0
        answer = fact.pirate if liked else fact.plain
        rows.append({"instruction": fact.questions[0], "input": "", "output": answer, "liked": liked})
    return rows


def facts_dataset(facts: list[Fact]) -> list[dict[str, str]]:
    """Plain text for pre-training: all that is taught about one topic stands in one piece."""
    pieces: dict[str, list[str]] = {}
    for fact in taught(facts):
        pieces.setdefault(fact.topic, []).append(fact.plain)
    return [{"text": " ".join(sentences)} for sentences in pieces.values()]


DATASETS: dict[str, Callable[[list[Fact]], Sequence[Mapping[str, Any]]]] = {
    "demo_pirate": pirate_dataset,
    "demo_preference": preference_dataset,
    "demo_feedback": feedback_dataset,
    "demo_facts": facts_dataset,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the demo datasets made from the corpus.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    facts, _ = read_corpus()
    for name, rows_of in DATASETS.items():
        lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows_of(facts))
        (folder / f"{name}.json").write_text(f"[\n{lines}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
