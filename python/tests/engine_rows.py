"""Owns what the engine makes of a dataset in a real run: its own loading, preprocessing and collating, row by row.

Run by the engine's Python with a config as JSON; prints the rows and the first batch. Refuses to train.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from llamafactory.data import get_dataset, get_template_and_fix_tokenizer
from llamafactory.data.collator import MultiModalDataCollatorForSeq2Seq
from llamafactory.hparams import get_train_args
from llamafactory.model import load_tokenizer


def rows_of(config: dict[str, Any]) -> dict[str, Any]:
    model, data, training, finetuning, _ = get_train_args(config)
    module = load_tokenizer(model)
    template = get_template_and_fix_tokenizer(module["tokenizer"], data)
    stage = "rm" if finetuning.stage == "dpo" else finetuning.stage
    rows = get_dataset(template, model, data, training, stage=stage, **module)["train_dataset"]
    batch = None
    if stage == "sft":
        collate = MultiModalDataCollatorForSeq2Seq(template=template, label_pad_token_id=-100, **module)
        inputs = collate([dict(rows[0])])
        grid = inputs.get("image_grid_thw")
        batch = {
            "input_ids": inputs["input_ids"][0].tolist(),
            "labels": inputs["labels"][0].tolist(),
            "features": None if grid is None else int(grid.prod(-1).sum()) // 4,
        }
    return {"rows": [dict(row) for row in rows], "batch": batch}


if __name__ == "__main__":
    answers = [rows_of(config) for config in json.loads(sys.stdin.read())]
    print(json.dumps(answers))
