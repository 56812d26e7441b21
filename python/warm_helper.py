"""Owns a warm process that answers questions with an engine's own code: JSON lines in, JSON lines out.

Refuses to outlive whoever asks: it ends with its stdin. Whatever the engine prints goes to stderr.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Mapping
from importlib import import_module
from typing import Any


def answer(methods: Mapping[str, str], request: dict[str, Any]) -> dict[str, Any]:
    """Any way that a question fails is an answer too."""
    number = request.get("id")
    try:
        place = methods.get(str(request.get("method")))
        if place is None:
            raise LookupError(f"The helper has no method {request.get('method')}.")
        module, function = place.split(":")
        return {"id": number, "result": getattr(import_module(module), function)(request.get("params"))}
    except Exception as error:
        traceback.print_exc()
        return {"id": number, "error": {"message": str(error), "kind": type(error).__name__}}


def listen(methods: Mapping[str, str], engine: str) -> int:
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    # The engine gets an empty stdin, and our stderr for a stdout: its prints never mix with the answers.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)

    def say(what: dict[str, Any]) -> None:
        answers.write(json.dumps(what, ensure_ascii=False) + "\n")

    began = time.monotonic()
    try:
        import_module(engine)
    except Exception as error:
        traceback.print_exc()
        say({"failed": {"message": f"{type(error).__name__}: {error}"}})
        return 1
    say({"ready": {"seconds": round(time.monotonic() - began, 3)}})
    for line in questions:
        say(answer(methods, json.loads(line)))
    return 0


def serve(methods: Mapping[str, str], engine: str) -> None:
    """`methods`: name -> "module:function", imported when first asked for. `engine`: imported before anything is asked."""
    try:
        code = listen(methods, engine)
    except (BrokenPipeError, KeyboardInterrupt):
        code = 1
    # Straight out: the engine's libraries take seconds to say goodbye.
    sys.stderr.flush()
    os._exit(code)
