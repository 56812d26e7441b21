"""Owns one merge or export, CONFIG.yaml [ADDITIONS.json]: LLaMA-Factory's own export_model, told about as a run.

Refuses to choose where the result goes: `export_dir` of the config is written to, and to nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from additions import register_file, take_additions
from anneal_events import emit
from engine_work import announce_stages, emit_environment, report
from stages import STAGES
from written_bytes import Watcher, written


def export() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    additions = take_additions()
    from llamafactory.hparams import read_args
    from llamafactory.train import tuner

    if additions:
        register_file(additions)
    config = read_args()
    export_dir = config.get("export_dir") if isinstance(config, dict) else None
    if not export_dir:
        raise ValueError(
            "The config has no `export_dir`: add the folder that the merged model is written to."
        )
    folder = Path(export_dir)
    emit_environment("llamafactory", config.get("export_device", "cpu") == "cpu")

    watcher = Watcher(folder)
    load: Callable[..., Any] = tuner.load_model

    def merge(*args: Any, **kwargs: Any) -> Any:
        adapters = config.get("adapter_name_or_path")
        emit(
            "phase",
            phase="merging",
            message="Loading the model and merging the adapter" if adapters else "Loading the model",
        )
        model = load(*args, **kwargs)
        emit("phase", phase="saving", message="Writing the merged model")
        watcher.begin(lambda: sum(weight.numel() * weight.element_size() for weight in model.parameters()))
        return model

    tuner.load_model = merge
    announce_stages(tuner, {name: text for name, text in STAGES.items() if name != "load_model"})
    try:
        tuner.export_model()
    finally:
        watcher.end()
    sizes = written(folder)
    emit("progress", done=sum(sizes), total=sum(sizes), unit="bytes", message=None)
    emit("end", step=0, reason="completed", values={"bytes": sum(sizes), "files": len(sizes)})


if __name__ == "__main__":
    sys.exit(report(export))
