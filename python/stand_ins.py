"""Owns files that look like an engine's output: right names and sizes, small texts as they were, weights hollow.

Refuses to invent a name: it makes what the recording lists, in the folder it is given, and nothing else.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

TEXT_LIMIT = 8_000
TEXT_NAMES = (".json", ".jinja", ".md", "Modelfile", ".jsonl", ".txt")
LEFT_HOLLOW = ("tokenizer.json", "vocab.json", "merges.txt")
CHECKPOINT = re.compile(r"^checkpoint-(\d+)/")


def inventory(output: Path) -> list[dict[str, Any]]:
    """Every file below `output` with its size, and its text where that is short."""
    rows = []
    for path in sorted(output.rglob("*")):
        if not path.is_file():
            continue
        row: dict[str, Any] = {"path": path.relative_to(output).as_posix(), "size": path.stat().st_size}
        readable = path.name.endswith(TEXT_NAMES) and path.name not in LEFT_HOLLOW and row["size"] <= TEXT_LIMIT
        if readable and (path.name == "adapter_config.json" or not CHECKPOINT.match(row["path"])):
            row["text"] = path.read_text("utf-8")
        rows.append(row)
    return rows


def hollow(path: Path, size: int) -> None:
    """A file of that size that takes no room; a safetensors one has a header that accounts for every byte."""
    with open(path, "wb") as file:
        if path.suffix == ".safetensors" and size > 200:
            tensor = {"dtype": "U8", "shape": [size - 128], "data_offsets": [0, size - 128]}
            header = json.dumps({"hollow": tensor}).encode().ljust(120)
            file.write(len(header).to_bytes(8, "little") + header)
        file.truncate(size)


class StandIns:
    def __init__(self, listing: Path, target: Path | None) -> None:
        self._rows: list[dict[str, Any]] = json.loads(listing.read_text("utf-8")) if listing.exists() else []
        self._target = target

    def result(self) -> None:
        for row in self._rows:
            if not CHECKPOINT.match(row["path"]):
                self._make(row["path"], row)

    def checkpoint(self, step: int) -> None:
        """A checkpoint at any step is made after the pattern of the nearest recorded one."""
        recorded = {int(found[1]) for row in self._rows if (found := CHECKPOINT.match(row["path"]))}
        if not recorded:
            return
        model = f"checkpoint-{min(recorded, key=lambda other: abs(other - step))}/"
        for row in self._rows:
            if row["path"].startswith(model):
                name = row["path"].removeprefix(model)
                if name == "trainer_state.json":
                    row = row | {"text": json.dumps({"global_step": step, "log_history": []})}
                self._make(f"checkpoint-{step}/{name}", row)

    def _make(self, name: str, row: dict[str, Any]) -> None:
        if self._target is None:
            return
        path = self._target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if "text" in row:
            temporary = path.with_name(f".{path.name}.tmp")
            temporary.write_text(row["text"], "utf-8")
            os.replace(temporary, path)
        else:
            hollow(path, row["size"])
