"""Owns one training, CONFIG.yaml: Axolotl's own train command, with the bridge beside the config's plugins.

Refuses to touch the config: it is read by the engine, as the plain command line reads it. Also the torchrun script.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from anneal_events import emit
from engine_work import announce_stages, emit_environment, report

STAGES = {
    "load_tokenizer": "Loading the tokenizer",
    "prepare_datasets": "Reading and tokenizing the dataset",
    "prepare_preference_datasets": "Reading and tokenizing the dataset",
}


def train() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    import yaml
    from anneal_plugin import AnnealPlugin, bridge
    from axolotl.cli import train as command
    from axolotl.common import datasets

    announce_stages(datasets, STAGES)
    emit_environment("axolotl", os.environ.get("CUDA_VISIBLE_DEVICES") == "")
    emit("phase", phase="preparing", message="Checking the configuration")
    path = Path(sys.argv[1])
    own = yaml.safe_load(path.read_text("utf-8")).get("plugins") or []
    command.do_cli(str(path), plugins=[*own, AnnealPlugin.NAME])
    emit("end", step=bridge.step, reason=bridge.reason, values=bridge.results)


if __name__ == "__main__":
    sys.exit(report(train))
