"""Owns adding packages to an engine's environment while everything locked stays as it is, and remembering which.

Refuses a change of a locked version: then nothing is installed.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from durable import write_json

LIST = ".packages.json"
LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*==[^\s\\;]+)")


@contextmanager
def constraints(lock: Path) -> Iterator[Path]:
    """The locked versions without their hashes, which uv would ask for of every other package as well."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "constraints.txt"
        found = (LOCKED.match(line) for line in lock.read_text("utf-8").splitlines())
        file.write_text("".join(f"{match[1]}\n" for match in found if match), "utf-8")
        yield file


def remembered(dest: Path) -> list[str]:
    try:
        return list(json.loads((dest / LIST).read_text("utf-8")))
    except (OSError, ValueError):
        return []


def add_packages(
    uv: Path, python: Path, lock: Path, packages: list[str], run: Callable[[list[str | Path]], list[str]]
) -> None:
    with constraints(lock) as file:
        run([uv, "pip", "install", "--python", python, "--constraint", file, *packages])


def remember(dest: Path, packages: list[str]) -> None:
    """The newest wish for a name wins."""
    wishes = {re.split(r"[=<>!~ ]", each)[0]: each for each in [*remembered(dest), *packages]}
    write_json(dest / LIST, sorted(wishes.values()))
