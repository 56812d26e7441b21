"""Owns what a run would have loaded before its first row: the engine's validated config, tokenizer, processor, row reader.

Refuses keys that have no say in how a row is written, the network, and code that comes with a model.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from model_files import model_folder, own_template, stamp

KEPT = 2
# Keys of a config that change how a row is written; every other key has no say in it.
KEYS = (
    "chat_template_jinja",
    "chat_template_kwargs",
    "default_system_message",
    "eot_tokens",
    "excess_length_strategy",
    "image_resize_algorithm",
    "image_size",
    "min_sample_len",
    "special_tokens",
    "tokenizer_type",
    "tokenizer_use_fast",
    "train_on_eos",
    "tokens",
)
RL = {"dpo": "dpo", "kto": "kto"}
# The engine cannot be asked about a config without them; none changes a row.
NEEDED = {
    "learning_rate": 1e-4,
    "micro_batch_size": 1,
    "gradient_accumulation_steps": 1,
    "num_epochs": 1,
    "bf16": False,
    "fp16": False,
    "tf32": False,
    "dataset_num_proc": 1,
    "remove_unused_columns": False,
}


@dataclass
class Setup:
    cfg: Any
    stage: str
    tokenizer: Any
    processor: Any
    # For rows with media: what puts them together; else what reads a row.
    collator: Any
    reader: Any
    # Of the model; the engine writes another into the tokenizer.
    own_template: Any


def config_of(settings: dict[str, Any], mapping: dict[str, Any], folder: str, sees: bool) -> dict[str, Any]:
    options = settings.get("options") or {}
    for key in options:
        if key not in KEYS:
            raise ValueError(f"`{key}` does not change how a row is written, so it cannot be given here.")
    of_dataset = {key: options[key] for key in options if key == "train_on_eos"}
    template = settings["template"] or None
    if mapping.get("type") == "chat_template" and template:
        of_dataset["chat_template"] = template
    config = NEEDED | {key: value for key, value in options.items() if key != "train_on_eos"}
    config |= {
        "base_model": folder,
        "sequence_len": settings["cutoffLen"],
        "train_on_inputs": settings["trainOnPrompt"],
        "datasets": [mapping | of_dataset],
    }
    if template:
        config["chat_template"] = template
    if settings["stage"] in RL:
        config["rl"] = RL[settings["stage"]]
    if settings["stage"] == "rm":
        config["reward_model"] = True
    if sees:
        config |= {"processor_type": "AutoProcessor", "skip_prepare_dataset": True, "sample_packing": False}
    return config


def load(settings: dict[str, Any], mapping: dict[str, Any], folder: str, sees: bool) -> Setup:
    """As the engine loads them at the start of a run."""
    from axolotl.cli.config import gpu_capabilities
    from axolotl.loaders import load_processor, load_tokenizer
    from axolotl.utils.config import normalize_cfg_datasets, normalize_config, validate_config
    from axolotl.utils.dict import DictDefault
    from pydantic import ValidationError

    config = DictDefault(config_of(settings, mapping, folder, sees))
    capabilities, environment = gpu_capabilities()
    try:
        cfg = validate_config(config, capabilities=capabilities, env_capabilities=environment)
    except ValidationError as error:
        raise ValueError("; ".join(str(row["msg"]).removeprefix("Value error, ") for row in error.errors())) from error
    normalize_config(cfg)
    normalize_cfg_datasets(cfg)
    try:
        tokenizer = load_tokenizer(cfg)
    except (OSError, ValueError) as error:
        raise ValueError(f"The tokenizer of {folder} cannot be loaded: {error}") from error
    processor = collator = reader = None
    if sees:
        try:
            processor = load_processor(cfg, tokenizer)
        except (OSError, ValueError) as error:
            raise ValueError(f"The model in {folder} has no processor: it cannot read pictures.") from error
        collator = collator_of(cfg, tokenizer, processor)
    else:
        reader = reader_of(cfg, tokenizer)
    return Setup(cfg, settings["stage"], tokenizer, processor, collator, reader, own_template(folder))


def collator_of(cfg: Any, tokenizer: Any, processor: Any) -> Any:
    """What the engine's trainer makes for rows with media; it looks at the first dataset's roles."""
    from axolotl.processing_strategies import get_processing_strategy
    from axolotl.utils.chat_templates import get_chat_template_from_config
    from axolotl.utils.collators.mm_chat import MultiModalChatDataCollator
    from transformers.image_utils import PILImageResampling

    dataset = cfg.datasets[0]
    algorithm = cfg.image_resize_algorithm
    strategy = get_processing_strategy(
        processor,
        get_chat_template_from_config(cfg=cfg, tokenizer=tokenizer) if cfg.chat_template else None,
        cfg.chat_template,
        image_size=cfg.image_size,
        image_resize_algorithm=PILImageResampling[algorithm.upper()] if isinstance(algorithm, str) else algorithm,
        train_on_inputs=bool(cfg.train_on_inputs),
        roles_to_train=dataset.get("roles_to_train"),
        train_on_eos=dataset.get("train_on_eos"),
        role_boundaries_override=list(cfg.role_boundaries) if cfg.role_boundaries else None,
        field_messages=[dataset["field_messages"]] if dataset.get("field_messages") else None,
        model_type=cfg.model_config_type,
    )
    return MultiModalChatDataCollator(tokenizer=tokenizer, processing_strategy=strategy)


def reader_of(cfg: Any, tokenizer: Any) -> Any:
    from axolotl.prompt_strategies import load as load_strategy
    from axolotl.prompt_strategies.bradley_terry import load as load_reward
    from axolotl.prompt_strategies.dpo import load as load_pairs
    from axolotl.prompt_strategies.kto import load as load_marked

    dataset = cfg.datasets[0]
    kind = dataset["type"]
    if cfg.rl:
        found = (load_marked if cfg.rl == "kto" else load_pairs)(kind, cfg, dataset_idx=0)
        reader = found[0] if isinstance(found, tuple) else found
    elif cfg.reward_model:
        reader = load_reward(kind.removeprefix("bradley_terry."), tokenizer, cfg, dataset)
    else:
        reader = load_strategy(kind, tokenizer, cfg, dataset, processor=None)
    if reader is None:
        raise ValueError(f"Axolotl has no way to read rows of type {kind}.")
    return reader


loaded: OrderedDict[str, Setup] = OrderedDict()


def setup_for(settings: dict[str, Any], mapping: dict[str, Any], sees: bool) -> Setup:
    folder = model_folder(settings["model"])
    key = json.dumps([settings, mapping, sees, folder, stamp(folder)], sort_keys=True)
    if key not in loaded:
        loaded[key] = load(settings, mapping, folder, sees)
        while len(loaded) > KEPT:
            loaded.popitem(last=False)
    loaded.move_to_end(key)
    return loaded[key]
