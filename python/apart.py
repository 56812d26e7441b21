"""Owns doing one piece of work in a forked copy of this process, so that nothing of it is left behind.

Refuses to wait without end: work that takes too long is killed.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from typing import Any

PATIENCE_SECONDS = 20.0


def read_all(source: int, until: float) -> bytes | None:
    """Everything up to the end of the pipe; None when the time is over first."""
    parts: list[bytes] = []
    while True:
        left = until - time.monotonic()
        if left <= 0 or not select.select([source], [], [], left)[0]:
            return None
        part = os.read(source, 65536)
        if not part:
            return b"".join(parts)
        parts.append(part)


def apart(work: Callable[[], Any], patience: float = PATIENCE_SECONDS) -> Any:
    """What `work` returned. Environment, singletons, seeds and process groups of it end with the copy."""
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(source)
            with os.fdopen(sink, "w", encoding="utf-8") as pipe:
                json.dump(work(), pipe, ensure_ascii=False)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)  # no exit handlers of the engine's, no flush of what the parent had buffered
    os.close(sink)
    try:
        answer = read_all(source, time.monotonic() + patience)
    finally:
        os.close(source)
        # After its answer the copy has nothing left to do.
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if answer is None:
        raise TimeoutError(f"The engine gave no answer within {patience:.0f} seconds.")
    if not answer:
        raise RuntimeError("The engine ended without an answer.")
    return json.loads(answer)
