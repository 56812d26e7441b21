"""Owns the learning rate at steps of a run, as the installed transformers schedules it. Refuses to write the formulas anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# A scheduler without a formula is walked step by step; beyond this nobody waits for it.
MOST_STEPS = 20_000


def curve(params: dict[str, Any], make: Callable[[Any, int, int], Any] | None = None) -> dict[str, Any]:
    """{name, rate, warmup, steps, options, samples} -> {steps, rates}. `make`: a schedule that the engine brings itself."""
    import torch
    from transformers import get_scheduler

    total = int(params["steps"])
    warmup = int(params["warmup"])
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=float(params["rate"]))
    scheduler = (
        make(optimizer, warmup, total)
        if make
        else get_scheduler(
            params["name"],
            optimizer=optimizer,
            num_warmup_steps=warmup,
            num_training_steps=total,
            scheduler_specific_kwargs=params.get("options") or {},
        )
    )
    # The rate that each step is made with: the schedule has been asked once before the first.
    count = min(total, int(params.get("samples") or 200))
    places = sorted({round(at * (total - 1) / max(1, count - 1)) for at in range(count)} | {0, max(0, warmup), total - 1})
    places = [place for place in places if 0 <= place < total]
    formula = getattr(scheduler, "lr_lambdas", None)
    if formula:
        return {"steps": [place + 1 for place in places], "rates": [float(params["rate"]) * formula[0](place) for place in places]}
    if total > MOST_STEPS:
        raise ValueError(f"This schedule has no formula, and {total} steps are too many to walk.")
    rates = []
    for _ in range(total):
        rates.append(float(scheduler.get_last_lr()[0]))
        optimizer.step()
        scheduler.step()
    return {"steps": [place + 1 for place in places], "rates": [rates[place] for place in places]}
