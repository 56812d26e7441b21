"""Owns preparing the data of CONFIG.yaml: Axolotl's own preprocess command, told about as a run.

Refuses to choose where the tokenized examples go: `dataset_prepared_path` of the config says so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from anneal_events import emit, numbers
from engine_work import emit_environment, report
from written_bytes import written


def rows(dataset: Any) -> int | None:
    return len(dataset) if hasattr(dataset, "__len__") else None


def preprocess() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    import yaml
    from axolotl.cli import preprocess as command

    counts: dict[str, Any] = {}

    def counted(load: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            emit("phase", phase="preparing", message="Reading and tokenizing the dataset")
            made = load(*args, **kwargs)
            counts["train_examples"] = rows(made.train_dataset)
            counts["eval_examples"] = rows(made.eval_dataset)
            counts["steps"] = made.total_num_steps if made.total_num_steps > 0 else None
            return made

        return call

    for name in ("load_datasets", "load_preference_datasets"):
        setattr(command, name, counted(getattr(command, name)))
    emit_environment("axolotl", os.environ.get("CUDA_VISIBLE_DEVICES") == "")
    emit("phase", phase="preparing", message="Checking the configuration")
    path = Path(sys.argv[1])
    folder = Path(yaml.safe_load(path.read_text("utf-8"))["dataset_prepared_path"])
    command.do_cli(str(path))
    if not counts:
        raise RuntimeError("Axolotl prepared nothing; the log says why.")
    sizes = written(folder)
    values = numbers({**counts, "bytes": sum(sizes), "files": len(sizes)})
    emit("metrics", kind="summary", step=0, epoch=0, values=values)
    emit("end", step=0, reason="completed", values=values)


if __name__ == "__main__":
    sys.exit(report(preprocess))
