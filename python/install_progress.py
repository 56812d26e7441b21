"""Owns the number of bytes that an installation has brought to the disk so far, and telling it twice a second.

Refuses to walk folders while uv writes tens of thousands of files into them: free space and one listing say enough.
"""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

from anneal_events import emit

TELL_SECONDS = 0.5


def existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


class InstallProgress:
    """The disk space that went since we began, or the share of packages in place: whichever says more."""

    def __init__(self, cache: Path, venv: Path, note: Path, total: int, packages: int) -> None:
        self._disk, self._venv, self._note = existing(cache), venv, note
        self._total, self._packages = total, max(1, packages)
        self.done = self._before = self._noted()
        self._free = shutil.disk_usage(self._disk).free
        self._message = ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _noted(self) -> int:
        """An interrupted installation goes on counting where it was."""
        try:
            return min(int(self._note.read_text("utf-8")), self._total)
        except (OSError, ValueError):
            return 0

    def look(self) -> int:
        gone = self._before + self._free - shutil.disk_usage(self._disk).free
        placed = self._total * self._installed() // self._packages
        self.done = max(self.done, min(max(gone, placed), self._total))
        return self.done

    def _installed(self) -> int:
        for site in self._venv.glob("lib/python3*/site-packages"):
            return sum(name.endswith(".dist-info") for name in os.listdir(site))
        return 0

    def say(self, message: str) -> None:
        self._message = message

    def tell(self, done: int) -> None:
        emit("progress", done=done, total=self._total, unit="bytes", message=self._message or None)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(TELL_SECONDS):
            self.tell(self.look())
            try:
                self._note.write_text(str(self.done), "utf-8")
            except OSError:
                continue  # a full disk is uv's to report
