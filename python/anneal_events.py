"""Owns the writing side of events.jsonl: one typed JSON line per event, each in a single appended write.

Refuses to raise: a full disk delays events, it never stops the work that they tell about.
"""

from __future__ import annotations

import json
import math
import os
import sys
import threading
import time
import traceback
from collections import deque
from typing import Any

KEPT_WHILE_DISK_IS_FULL = 10_000
TRACEBACK_LIMIT = 16_000


def number(value: Any) -> float | int | str | None:
    """A finite number, the name of one that JSON cannot hold, or None for what is no number at all."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    try:
        value = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")


def numbers(values: dict[str, Any]) -> dict[str, Any]:
    typed = {str(name): number(value) for name, value in values.items()}
    return {name: value for name, value in typed.items() if value is not None}


class Emitter:
    def __init__(self, path: str | None) -> None:
        self._path = path
        self._handle: int | None = None
        self._waiting: deque[bytes] = deque(maxlen=KEPT_WHILE_DISK_IS_FULL)
        self._torn = False
        self._lock = threading.Lock()

    def emit(self, type: str, **fields: Any) -> None:
        if self._path is None:
            return
        event = {"v": 1, "t": time.time_ns() // 1_000_000, "type": type, **fields}
        line = json.dumps(event, ensure_ascii=False, allow_nan=False) + "\n"
        with self._lock:
            self._waiting.append(line.encode("utf-8", "backslashreplace"))
            self._flush()

    def _flush(self) -> None:
        try:
            if self._handle is None and self._path is not None:
                self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            while self._waiting and self._handle is not None:
                # What a full disk cut short is closed off by a newline, then written again whole.
                data = b"\n" * self._torn + self._waiting[0]
                written = os.write(self._handle, data)
                self._torn = written < len(data) and (written > 0 or self._torn)
                if written < len(data):
                    return
                self._waiting.popleft()
        except OSError:
            return


_emitter = Emitter(os.environ.get("ANNEAL_EVENTS"))
_speaks = os.environ.get("RANK", "0") == "0"


def emit(type: str, **fields: Any) -> None:
    """Appends one event to the file named by ANNEAL_EVENTS; of several processes only the first speaks."""
    if _speaks:
        _emitter.emit(type, **fields)


def emit_failure(error: BaseException) -> None:
    """Every process may tell why it died: the first to die is the one that knows."""
    text = "".join(traceback.format_exception(error))
    print(text, file=sys.stderr, flush=True)
    _emitter.emit(
        "failed",
        errorType=type(error).__name__,
        message=str(error) or type(error).__name__,
        traceback=text[-TRACEBACK_LIMIT:],
    )
