"""Owns the number of bytes that an installation has brought to the disk so far, and telling it while it grows.

Refuses to slow the installation down: a look at the folders takes at most a fifth of one core.
"""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

from anneal_events import emit
from durable import write_json

LOOK_SECONDS = 0.5


def bytes_in(*folders: Path) -> int:
    """Bytes on disk below the folders; uv links the same file into both, and it counts once."""
    total, seen, waiting = 0, set[tuple[int, int]](), [str(folder) for folder in folders]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.is_file(follow_symlinks=False):
                        stat = entry.stat(follow_symlinks=False)
                        if (stat.st_dev, stat.st_ino) not in seen:
                            seen.add((stat.st_dev, stat.st_ino))
                            total += stat.st_blocks * 512
        except OSError:
            continue
    return total


class InstallProgress:
    """What came into uv's cache since the first try, or what is in the environment: whichever is more."""

    def __init__(self, cache: Path, venv: Path, note: Path, total: int) -> None:
        self._cache, self._venv, self._total = cache, venv, total
        self._before = self._first_look(note)
        self._message = ""
        self._done = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _first_look(self, note: Path) -> int:
        """An interrupted installation goes on counting where it began."""
        try:
            return int(json.loads(note.read_text("utf-8"))["cacheBytesBefore"])
        except (OSError, ValueError, KeyError, TypeError):
            before = bytes_in(self._cache)
            write_json(note, {"cacheBytesBefore": before})
            return before

    def look(self) -> int:
        found = max(bytes_in(self._venv), bytes_in(self._cache) - self._before)
        self._done = max(self._done, min(found, self._total))
        return self._done

    def say(self, message: str) -> None:
        self._message = message

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def tell(self, done: int) -> None:
        emit("progress", done=done, total=self._total, unit="bytes", message=self._message or None)

    def _watch(self) -> None:
        pause = LOOK_SECONDS
        while not self._stop.wait(pause):
            began = time.monotonic()
            self.tell(self.look())
            pause = max(LOOK_SECONDS, 4 * (time.monotonic() - began))
