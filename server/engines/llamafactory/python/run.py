"""Owns one training, CONFIG.yaml [ADDITIONS.json]: LLaMA-Factory's own run_exp, with the bridge among its callbacks.

Refuses to touch the config: it is read by the engine, as the plain command line reads it. Also the torchrun script.
"""

from __future__ import annotations

import sys
from importlib import import_module

from additions import register_file, take_additions
from anneal_events import emit
from engine_work import announce_stages, emit_environment, report
from reward_checkpoints import read_reward_checkpoints
from stages import STAGES

WORKFLOWS = ("pt", "sft", "rm", "ppo", "dpo", "kto")


def train() -> None:
    emit("phase", phase="preparing", message="Importing the engine")
    additions = take_additions()
    from anneal_bridge import AnnealBridge
    from llamafactory.hparams import read_args
    from llamafactory.train.tuner import run_exp

    if additions:
        register_file(additions)
    for stage in WORKFLOWS:
        announce_stages(import_module(f"llamafactory.train.{stage}.workflow"), STAGES)
    read_reward_checkpoints()
    config = read_args()
    emit_environment("llamafactory", isinstance(config, dict) and config.get("use_cpu") is True)
    emit("phase", phase="preparing", message="Checking the configuration")
    bridge = AnnealBridge()
    run_exp(callbacks=[bridge])
    emit("end", step=bridge.step, reason=bridge.reason, values=bridge.results)


if __name__ == "__main__":
    sys.exit(report(train))
