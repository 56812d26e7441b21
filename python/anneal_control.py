"""Owns the reading side of control.json: hands out each request of the server exactly once.

Refuses to act on a request itself and to fail on a file that is missing, half-made or not ours.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

ACTIONS = ("save", "evaluate", "pause", "stop")


@dataclass(frozen=True)
class Request:
    id: str
    action: str


class Control:
    def __init__(self, path: str | None) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._taken: set[str] = set()

    def take(self) -> list[Request]:
        """The requests that were not handed out before. Costs one stat while nothing changes."""
        if self._path is None:
            return []
        try:
            stat = os.stat(self._path)
            mark = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            if mark == self._seen:
                return []
            with open(self._path, encoding="utf-8") as file:
                rows = json.load(file)["requests"]
            fresh = [Request(str(row["id"]), str(row["action"])) for row in rows]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        self._seen = mark
        fresh = [request for request in fresh if request.id not in self._taken and request.action in ACTIONS]
        self._taken |= {request.id for request in fresh}
        return fresh
