"""Owns going on with a reward model that learns as an adapter: reads its checkpoint, which the plain Trainer cannot.

Refuses every other model: those are read as the engine reads them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


def read_reward_checkpoints() -> None:
    """The adapter sits inside a model with a value head, where the Trainer does not look for it."""
    from llamafactory.train.rm.trainer import PairwiseTrainer
    from peft import PeftModel
    from safetensors.torch import load_file

    plain = PairwiseTrainer._load_from_checkpoint

    def load(trainer: Any, checkpoint: str, model: Any = None) -> None:
        whole = trainer.model if model is None else model
        adapter = getattr(whole, "pretrained_model", None)
        head = Path(checkpoint) / "value_head.safetensors"
        if not isinstance(adapter, PeftModel) or not head.is_file():
            plain(trainer, checkpoint, model)
            return
        adapter.load_adapter(checkpoint, adapter.active_adapter, is_trainable=True)
        whole.load_state_dict(load_file(head), strict=False)

    PairwiseTrainer._load_from_checkpoint = load
