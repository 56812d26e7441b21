"""Owns one quantization, CONFIG.yaml [--base-model MODEL]: Axolotl's own quantize command, told about as a run.

With a model named, the result lies in `output_dir` itself; else below the model that lies there, as the engine has it.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from anneal_events import emit
from engine_work import announced, emit_environment, report
from written_bytes import written

WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


def weights_in(folder: Path) -> int:
    return sum(path.stat().st_size for pattern in WEIGHTS for path in folder.glob(pattern))


def quantize() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    import yaml
    from axolotl.cli import quantize as command

    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("--base-model")
    asked = parser.parse_args()
    folder = Path(yaml.safe_load(Path(asked.config).read_text("utf-8"))["output_dir"])
    command.load_tokenizer = announced(command.load_tokenizer, "Loading the model")
    work, save = command.quantize_model, command.save_quantized_model

    def told(*args: object, **kwargs: object) -> None:
        emit("phase", phase="quantizing", message="Quantizing the weights")
        work(*args, **kwargs)

    def saved(*args: object, **kwargs: object) -> None:
        emit("phase", phase="saving", message="Writing the quantized model")
        save(*args, **kwargs)

    command.quantize_model, command.save_quantized_model = told, saved
    emit_environment("axolotl", os.environ.get("CUDA_VISIBLE_DEVICES") == "")
    before = weights_in(Path(asked.base_model) if asked.base_model else folder)
    command.do_quantize(asked.config, {"base_model": asked.base_model} if asked.base_model else {})
    made = folder / "quantized"
    if asked.base_model:
        for path in made.iterdir():
            path.rename(folder / path.name)
        made.rmdir()
        made = folder
    sizes = written(made)
    values = {"weight_bytes_before": before, "weight_bytes": weights_in(made), "files": len(sizes)}
    emit("metrics", kind="summary", step=0, epoch=0, values=values)
    emit("end", step=0, reason="completed", values=values)


if __name__ == "__main__":
    sys.exit(report(quantize))
