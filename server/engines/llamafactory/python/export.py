"""Owns one merge or export, CONFIG.yaml [ADDITIONS.json]: LLaMA-Factory's own export_model, told about as a run.

Refuses to choose where the result goes: `export_dir` of the config is written to, and to nothing else.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from additions import register_file, take_additions
from anneal_events import emit
from engine_facts import announce_stages, emit_environment, report

WATCH_SECONDS = 0.4


def written(folder: Path) -> list[int]:
    """Sizes of the files in the folder; one that was renamed while we looked counts on the next look."""
    sizes = []
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                sizes.append(path.stat().st_size)
        except OSError:
            continue
    return sizes


class Watcher:
    """Tells how many bytes are on disk while the weights are written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: Any = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def begin(self, model: Any) -> None:
        self._model = model
        emit("phase", phase="saving", message="Writing the merged model")
        self._thread.start()

    def end(self) -> None:
        self._done.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _watch(self) -> None:
        last = -1
        while not self._done.wait(WATCH_SECONDS):
            # The engine converts the weights in place, so their size is asked for each time.
            total = sum(weight.numel() * weight.element_size() for weight in self._model.parameters())
            done = min(sum(written(self._folder)), total)
            if done != last:
                emit("progress", done=done, total=total, unit="bytes", message=None)
                last = done


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
    emit_environment(config.get("export_device", "cpu") == "cpu")

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
        watcher.begin(model)
        return model

    tuner.load_model = merge
    announce_stages(tuner, but="load_model")
    try:
        tuner.export_model()
    finally:
        watcher.end()
    sizes = written(folder)
    emit("progress", done=sum(sizes), total=sum(sizes), unit="bytes", message=None)
    emit("end", step=0, reason="completed", values={"bytes": sum(sizes), "files": len(sizes)})


if __name__ == "__main__":
    sys.exit(report(export))
