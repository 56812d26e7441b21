"""Owns what the bridge measures itself: parameters, examples, and speed without the time of evaluating and saving.

Refuses to emit anything and to import a framework: it asks the objects it is handed.
"""

from __future__ import annotations

import time
from typing import Any


def parameter_counts(model: Any) -> tuple[int, int]:
    trainable = total = 0
    for parameter in model.parameters():
        count = getattr(parameter, "ds_numel", None) or parameter.numel()
        total += count
        trainable += count if parameter.requires_grad else 0
    return trainable, total


def size_of(loader: Any) -> int | None:
    try:
        return len(loader.dataset)
    except (AttributeError, TypeError):
        return None


class Stopwatch:
    """Time spent on training steps since the last log: evaluating and saving do not count."""

    def __init__(self) -> None:
        self.step = self.tokens = 0
        self.since = self.mark = time.monotonic()

    def restart(self, step: int, tokens: int) -> None:
        self.step, self.tokens = step, tokens
        self.since = self.mark = time.monotonic()

    def touch(self) -> None:
        self.mark = time.monotonic()

    def leave_out(self) -> None:
        now = time.monotonic()
        self.since += now - self.mark
        self.mark = now

    def rates(self, step: int, tokens: int, batch: int) -> dict[str, float]:
        seconds, steps = max(time.monotonic() - self.since, 1e-9), step - self.step
        rates = {"samples_per_second": steps * batch / seconds, "steps_per_second": steps / seconds}
        if tokens > self.tokens:
            rates["tokens_per_second"] = (tokens - self.tokens) / seconds
        self.restart(step, tokens)
        return {name: round(rate, 4) for name, rate in rates.items()}
