"""Owns the bridge as an Axolotl plugin: it is named to the engine beside the config's own plugins when a run starts.

Refuses to change anything in the config or the training.
"""

from __future__ import annotations

from typing import Any

import torch
from anneal_bridge import AnnealBridge
from anneal_events import emit
from axolotl.integrations.base import BasePlugin

SPEED = "tokens/train_per_sec_per_gpu"


class AxolotlBridge(AnnealBridge):
    def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **kw: Any) -> None:
        if logs and SPEED in logs:
            # The same number under the name that every engine's pages know, and of all GPUs together.
            logs = logs | {"tokens_per_second": float(logs[SPEED]) * args.world_size}
        if logs and not torch.cuda.is_available():
            # Of a GPU that is not there it logs noughts.
            logs = {name: value for name, value in logs.items() if not name.startswith("memory/")}
        super().on_log(args, state, control, logs=logs, **kw)


bridge = AxolotlBridge()


class AnnealPlugin(BasePlugin):
    NAME = "anneal_plugin.AnnealPlugin"

    def pre_model_load(self, cfg: Any) -> None:
        emit("phase", phase="preparing", message="Loading the model")

    def add_callbacks_post_trainer(self, cfg: Any, trainer: Any) -> list[Any]:
        return [bridge]
