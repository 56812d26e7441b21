"""Owns which modules of a model an adapter would be put on: the model is built without weights, from its config alone.

Refuses foreign code and downloads: a model that brings its own code, or that nobody here knows, is said to be unknown.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from apart import apart
from target_match import Module, answer_of, matched
from target_proposal import proposal

BUILD_SECONDS = 45.0
PATTERN_SECONDS = 3.0


def stamp_of(folder: str) -> float:
    """Changes with the config, so that what was built before is not taken for it."""
    path = Path(folder) / "config.json"
    return path.stat().st_mtime if path.is_file() else 0.0


def config_of(model: str, family: str | None) -> tuple[Any, bool]:
    """The model's own config, else the usual one of its family; the second says that it is only the usual one."""
    from transformers import AutoConfig
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING

    try:
        return AutoConfig.from_pretrained(model, local_files_only=True, trust_remote_code=False), False
    except (OSError, ValueError, KeyError):
        if Path(model).is_dir() or family not in CONFIG_MAPPING:
            raise
        return CONFIG_MAPPING[family](), True


def class_of(config: Any) -> Any:
    """As both engines choose: what sees is loaded with its eyes."""
    import transformers
    from transformers.models.auto import modeling_auto as auto

    kind = config.model_type
    for names in (
        auto.MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES,
        auto.MODEL_FOR_CAUSAL_LM_MAPPING_NAMES,
        auto.MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES,
        getattr(auto, "MODEL_FOR_MULTIMODAL_LM_MAPPING_NAMES", {}),
    ):
        found = names.get(kind)
        if found:
            return getattr(transformers, found if isinstance(found, str) else found[0])
    raise ValueError(f"No class of this environment is for models of type {kind}.")


def built(model: str, family: str | None) -> dict[str, Any]:
    os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    import torch

    try:
        config, usual = config_of(model, family)
        kind = class_of(config)
        with torch.device("meta"):
            made = kind._from_config(config) if hasattr(kind, "_from_config") else kind.from_config(config)
    except Exception as error:
        return {"unknown": str(error).strip().split("\n")[0] or type(error).__name__}

    fitting = (torch.nn.Embedding, torch.nn.Conv1d, torch.nn.Conv2d, torch.nn.Conv3d)

    def linear(module: Any) -> bool:
        # Conv1D: the linear layers of GPT-2 and its kin.
        return isinstance(module, torch.nn.Linear) or type(module).__name__ == "Conv1D"

    # PEFT goes over every module, and stops at one that it has no adapter for.
    modules = [
        (name, linear(module), linear(module) or isinstance(module, fitting))
        for name, module in made.named_modules()
        if name
    ]
    return {"type": config.model_type, "usual": usual, "modules": modules}


@lru_cache(maxsize=16)
def names_of(model: str, family: str | None, _stamp: float) -> dict[str, Any]:
    found: dict[str, Any] = apart(lambda: built(model, family), BUILD_SECONDS)
    return found


def modules(params: dict[str, Any]) -> dict[str, Any]:
    """{model, family, target, patterns, skip}: `target` a pattern, or names; `skip`: parts that are left as they are.

    `patterns`: false where only names may be proposed.
    """
    model = str(params["model"])
    try:
        known = names_of(model, params.get("family"), stamp_of(model))
    except (TimeoutError, RuntimeError) as error:
        known = {"unknown": str(error)}
    if "unknown" in known:
        return {"status": "unknown-model", "message": known["unknown"]}
    rows = [Module(*row) for row in known["modules"]]
    target, skip = params["target"], params.get("skip") or []
    try:
        # A pattern may go on for ever, and nothing in this process could stop it.
        found = apart(lambda: matched(rows, target), PATTERN_SECONDS)
    except TimeoutError:
        return {"status": "endless", "seconds": PATTERN_SECONDS}
    if "bad" in found:
        return {"status": "bad-pattern", "message": found["bad"], "at": found["at"]}
    try:
        proposed: dict[str, Any] | None = apart(lambda: proposal(rows, target, found["at"], skip), PATTERN_SECONDS)
    except TimeoutError:
        proposed = None
    if proposed and isinstance(proposed["value"], str) and not params.get("patterns", True):
        proposed = None
    return {
        "status": "matched",
        "model": known["type"],
        "usual": known["usual"],
        **answer_of(rows, target, found["at"], skip),
        "proposal": proposed,
    }

