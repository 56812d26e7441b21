"""Owns one merge, CONFIG.yaml: Axolotl's own merge-lora, told about as a run.

Refuses to choose where the result goes: `output_dir` of the config is written to, and to nothing else.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from anneal_events import emit
from engine_work import emit_environment, report
from written_bytes import Watcher, written

WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


def size_of_base(model: str) -> int:
    """Bytes of the weights that the merge writes anew; 0 where they are not in a folder."""
    folder = Path(model)
    return sum(path.stat().st_size for pattern in WEIGHTS for path in folder.glob(pattern))


def merge() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    import yaml
    from axolotl.cli.merge_lora import do_cli

    config = yaml.safe_load(Path(sys.argv[1]).read_text("utf-8"))
    emit_environment("axolotl", os.environ.get("CUDA_VISIBLE_DEVICES") == "")
    folder = Path(config["output_dir"])
    made = folder / "merged"
    emit("phase", phase="merging", message="Merging the adapter into the model")
    watcher = Watcher(made)
    watcher.begin(lambda: size_of_base(config["base_model"]))
    try:
        do_cli(sys.argv[1])
    finally:
        watcher.end()
    # The engine always makes a folder of its own below; the result is asked for in the folder itself.
    for path in made.iterdir():
        path.rename(folder / path.name)
    made.rmdir()
    sizes = written(folder)
    emit("progress", done=sum(sizes), total=sum(sizes), unit="bytes", message=None)
    emit("end", step=0, reason="completed", values={"bytes": sum(sizes), "files": len(sizes)})


if __name__ == "__main__":
    sys.exit(report(merge))
