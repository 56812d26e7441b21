"""Owns telling how much of a model is on disk while it is written. Refuses to write anything itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from anneal_events import emit

WATCH_SECONDS = 0.4


def written(folder: Path) -> list[int]:
    """Sizes of the files in the folder; one that was renamed while we looked counts on the next look."""
    sizes = []
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                sizes.append(path.stat().st_size)
        except OSError:
            continue
    return sizes


class Watcher:
    """Tells how many bytes are on disk while the weights are written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, total: Callable[[], int]) -> None:
        """`total` is asked each time: an engine may convert the weights in place."""
        self._thread = threading.Thread(target=self._watch, args=(total,), daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    def _watch(self, total: Callable[[], int]) -> None:
        last = -1
        while not self._done.wait(WATCH_SECONDS):
            whole = total()
            done = min(sum(written(self._folder)), whole)
            if done != last and whole > 0:
                emit("progress", done=done, total=whole, unit="bytes", message=None)
                last = done
