"""Owns how configs/demo/corpus.json becomes questions and answers, for the base model and for the demo dataset.

Refuses to know about models: it gives plain text, the same on every machine.
"""

from __future__ import annotations

import argparse
import json
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the demo dataset made from the corpus.")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    rows = pirate_dataset(read_corpus()[0])
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    options.out.write_text(f"[\n{lines}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
