"""Owns one evaluation, CONFIG.yaml: Axolotl's own evaluate command, told about as a run.

Refuses to train and to save weights.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from anneal_events import emit, numbers
from engine_work import announce_stages, emit_environment, report

STAGES = {
    "load_datasets": "Reading and tokenizing the dataset",
    "load_preference_datasets": "Reading and tokenizing the dataset",
}
PARTS = {"train": "Measuring on the training data", "eval": "Measuring on the evaluation data"}


def evaluate() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    import yaml
    from anneal_plugin import AnnealPlugin
    from axolotl import evaluate as work
    from axolotl.cli import evaluate as command

    measured: dict[str, Any] = {}
    measure = work.evaluate_dataset

    def told(trainer: Any, dataset: Any, dataset_type: str, *more: Any) -> Any:
        if dataset is not None:
            emit("phase", phase="evaluating", message=PARTS.get(dataset_type, dataset_type))
        values = measure(trainer, dataset, dataset_type, *more)
        measured.update(values or {})
        return values

    work.evaluate_dataset = told
    announce_stages(command, STAGES)
    emit_environment("axolotl", os.environ.get("CUDA_VISIBLE_DEVICES") == "")
    emit("phase", phase="preparing", message="Checking the configuration")
    path = Path(sys.argv[1])
    own = yaml.safe_load(path.read_text("utf-8")).get("plugins") or []
    command.do_cli(str(path), plugins=[*own, AnnealPlugin.NAME])
    values = numbers({name: value for name, value in measured.items() if name != "epoch"})
    emit("metrics", kind="summary", step=0, epoch=0, values=values)
    emit("end", step=0, reason="completed", values=values)


if __name__ == "__main__":
    sys.exit(report(evaluate))
