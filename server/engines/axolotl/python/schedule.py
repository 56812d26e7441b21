"""Owns the schedules that Axolotl brings beside those of transformers. Refuses to write their formulas anew."""

from __future__ import annotations

from typing import Any

from lr_schedule import curve


def schedule(params: dict[str, Any]) -> dict[str, Any]:
    options = dict(params.get("options") or {})
    rate = float(params["rate"])
    floor = options.pop("cosine_min_lr_ratio", None)
    constant = options.pop("cosine_constant_lr_ratio", None)
    name = params["name"]

    def one_cycle(optimizer: Any, warmup: int, total: int) -> Any:
        from torch.optim.lr_scheduler import OneCycleLR

        told = {"pct_start": warmup / total, "anneal_strategy": "cos"} | options
        return OneCycleLR(optimizer, max_lr=rate, total_steps=total, **told)

    def rex(optimizer: Any, warmup: int, total: int) -> Any:
        from axolotl.utils.schedulers import RexLR

        least = 0 if floor is None else rate * floor
        return RexLR(optimizer=optimizer, max_lr=rate, min_lr=least, total_steps=total, num_warmup_steps=warmup)

    def with_floor(optimizer: Any, warmup: int, total: int) -> Any:
        from axolotl.utils import schedulers

        told = {"num_warmup_steps": warmup, "num_training_steps": total, "min_lr_ratio": floor}
        if constant:
            told["constant_lr_ratio"] = constant
            return schedulers.get_cosine_schedule_with_warmup_decay_constant(optimizer, **told)
        return schedulers.get_cosine_schedule_with_min_lr(optimizer, **told)

    own = {"one_cycle": one_cycle, "rex": rex}.get(name) or (with_floor if name == "cosine" and floor else None)
    return curve(params | {"options": options}, own)
