"""Owns the question whether MERGED holds exactly what PEFT's own merge of ADAPTER into BASE gives.

Refuses to write anything: it prints {"equal", "tensors", "maxAbsDiff"} and exits 0 only when equal.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch
from peft import PeftModel
from safetensors import safe_open
from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForImageTextToText


def load_base(path: str, dtype: torch.dtype) -> torch.nn.Module:
    vision = hasattr(AutoConfig.from_pretrained(path), "vision_config")
    family = AutoModelForImageTextToText if vision else AutoModelForCausalLM
    return family.from_pretrained(path, dtype=dtype)


def merged_weights(folder: Path) -> dict[str, torch.Tensor]:
    weights = {}
    for file in sorted(folder.glob("*.safetensors")):
        with safe_open(file, framework="pt") as shard:
            weights |= {name: shard.get_tensor(name) for name in shard.keys()}
    return weights


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "adapter", "merged"):
        parser.add_argument(name)
    options = parser.parse_args()
    ours = load_base(options.merged, torch.float32).state_dict()
    stored = {weight.dtype for weight in merged_weights(Path(options.merged)).values()}
    # Merge in the dtype that the merged folder is stored in: rounding is part of the result.
    dtype = stored.pop() if len(stored) == 1 else torch.float32
    model = PeftModel.from_pretrained(load_base(options.base, dtype), options.adapter)
    theirs = model.merge_and_unload().state_dict()
    same_names = set(ours) == set(theirs)
    gaps = [
        (ours[name].float() - theirs[name].float()).abs().max().item() for name in set(ours) & set(theirs)
    ]
    worst = max(gaps, default=float("inf"))
    print(json.dumps({"equal": same_names and worst == 0, "tensors": len(ours), "maxAbsDiff": worst}))
    return 0 if same_names and worst == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
