"""Owns the question whether MERGED holds exactly what PEFT's own merge of ADAPTER into BASE gives.

Refuses to write anything: it prints {"equal", "tensors", "maxAbsDiff", "mergedIn"} and exits 0 only when equal.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForImageTextToText


def load_base(path: str, dtype: torch.dtype) -> torch.nn.Module:
    vision = hasattr(AutoConfig.from_pretrained(path), "vision_config")
    family = AutoModelForImageTextToText if vision else AutoModelForCausalLM
    return family.from_pretrained(path, dtype=dtype)


def stored_weights(folder: Path) -> dict[str, torch.Tensor]:
    weights: dict[str, torch.Tensor] = {}
    for file in sorted(folder.glob("*.safetensors")):
        weights |= load_file(file)
    return weights


def compare(base: str, adapter: str, merged: str, dtype: torch.dtype) -> dict[str, object]:
    """PEFT's merge is done in `dtype`, then rounded to what the merged folder holds: rounding is part of it."""
    stored = {weight.dtype for weight in stored_weights(Path(merged)).values()}
    ours = load_base(merged, stored.pop() if len(stored) == 1 else torch.float32).state_dict()
    theirs = PeftModel.from_pretrained(load_base(base, dtype), adapter).merge_and_unload().state_dict()
    gaps = [
        (ours[name].float() - theirs[name].to(ours[name].dtype).float()).abs().max().item()
        for name in set(ours) & set(theirs)
    ]
    worst = max(gaps, default=float("inf"))
    same = set(ours) == set(theirs) and worst == 0
    return {
        "equal": same,
        "tensors": len(ours),
        "maxAbsDiff": worst,
        "mergedIn": str(dtype).removeprefix("torch."),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "adapter", "merged"):
        parser.add_argument(name)
    options = parser.parse_args()
    # The engine merges in the precision that its device computes in: full on a CPU, half on most GPUs.
    results = [
        compare(options.base, options.adapter, options.merged, dtype)
        for dtype in (torch.float32, torch.bfloat16, torch.float16)
    ]
    best = min(results, key=lambda result: (not result["equal"], result["maxAbsDiff"]))
    print(json.dumps(best))
    return 0 if best["equal"] else 1


if __name__ == "__main__":
    sys.exit(main())
