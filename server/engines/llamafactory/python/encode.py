"""Owns showing rows of a dataset as the model will see them: the engine's own conversion, template, media and cutting.

Refuses to touch the network, media outside the dataset's folder, code that comes with a model, and a user's plugin.
"""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from copy import deepcopy
from dataclasses import fields
from typing import Any

from encode_row import Encoder
from media_files import Refused
from media_seen import MediaMemory
from model_files import model_folder, stamp
from render import chosen
from row_detail import detail
from tagged_tokens import tagging

# A model's tokenizer and processor are kept for this many choices of settings.
KEPT = 2
# What the engine reads of these keys changes how a row is written; every other key has no say in it.
DATA_KEYS = ("tool_format", "default_system", "enable_thinking", "preserve_thinking", "packing", "neat_packing")
MODEL_KEYS = ("use_fast_tokenizer", "split_special_tokens", "add_tokens", "add_special_tokens", "resize_vocab")
# The engine trains reward models and by DPO on the same pairs.
STAGES = {"pt": "pt", "sft": "sft", "rm": "rm", "dpo": "rm", "kto": "kto"}

loaded: OrderedDict[str, Encoder] = OrderedDict()


def split_options(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The engine's own keys, by which of its dataclasses takes them."""
    from llamafactory.hparams.model_args import ProcessorArguments

    media = {field.name for field in fields(ProcessorArguments)}
    for key in options:
        if key not in media and key not in DATA_KEYS and key not in MODEL_KEYS:
            raise ValueError(f"`{key}` does not change how a row is written, so it cannot be given here.")
    data = {key: value for key, value in options.items() if key in DATA_KEYS}
    return data, {key: value for key, value in options.items() if key not in DATA_KEYS}


def template_for(asked: Any, tokenizer: Any, arguments: Any) -> Any:
    """A copy of what the engine would take; without a name it reads one out of the model's own chat format."""
    from llamafactory.data import template as engine

    if asked == "":
        arguments.template = None
        return deepcopy(engine.get_template_and_fix_tokenizer(tokenizer, arguments))
    template = chosen(asked, None)
    # The engine looks a template up by name and writes into what it finds: not into its own.
    private = "\0encode"
    engine.TEMPLATES[private] = template
    try:
        arguments.template = private
        engine.get_template_and_fix_tokenizer(tokenizer, arguments)
    finally:
        engine.TEMPLATES.pop(private)
    return template


def load(settings: dict[str, Any], folder: str) -> Encoder:
    """As the engine loads them at the start of a run, on a copy of its template."""
    from llamafactory.data.loader import _get_dataset_processor
    from llamafactory.data.mm_plugin import PLUGINS
    from llamafactory.hparams import DataArguments, ModelArguments
    from llamafactory.model import load_tokenizer

    data, model = split_options(settings.get("options") or {})
    asked = settings["template"]
    plugin = (asked.get("mm_plugin") or {}).get("name") if isinstance(asked, dict) else None
    if plugin and plugin not in PLUGINS:
        raise ValueError(f"The plugin {plugin} runs in runs only; the tokens of its media cannot be shown before.")
    name = asked if isinstance(asked, str) else asked["name"]
    stage = STAGES[settings["stage"]]
    arguments = DataArguments(
        template=name,
        cutoff_len=settings["cutoffLen"],
        train_on_prompt=settings["trainOnPrompt"],
        mask_history=settings["maskHistory"],
        **data,
    )
    packed = bool(arguments.packing) or (stage == "pt" and arguments.packing is None)
    # Rows are shown one by one; packing puts whole rows together afterwards.
    arguments.packing = arguments.neat_packing = False
    try:
        module = load_tokenizer(ModelArguments(model_name_or_path=folder, **model))
    except (OSError, ValueError) as error:
        cause = error.__cause__ or error
        raise ValueError(f"The tokenizer of {folder} cannot be loaded: {cause}") from error
    tokenizer, processor = module["tokenizer"], module["processor"]
    # Before the engine gives one to a model that has none.
    own = getattr(processor, "chat_template", None) or tokenizer.chat_template

    template = template_for(asked, tokenizer, arguments)
    arguments.template = name
    memory = MediaMemory(template.mm_plugin)
    template = tagging(template, tokenizer)
    rows = _get_dataset_processor(arguments, stage, template, tokenizer, processor)
    return Encoder(rows=rows, stage=stage, packed=packed, memory=memory, chat_template=own)


def encoder_for(settings: dict[str, Any]) -> Encoder:
    folder = model_folder(settings["model"])
    key = json.dumps([settings, folder, stamp(folder)], sort_keys=True)
    if key not in loaded:
        loaded[key] = load(settings, folder)
        while len(loaded) > KEPT:
            loaded.popitem(last=False)
    loaded.move_to_end(key)
    return loaded[key]


def refuse_stage(stage: str, ranking: bool) -> None:
    if (stage == "rm") != ranking:
        raise ValueError(
            "This stage learns from pairs of a better and a worse answer, and the dataset has none (`ranking`)."
            if stage == "rm"
            else "The dataset holds pairs of a better and a worse answer (`ranking`): it is for rm and dpo only."
        )


def encode(params: dict[str, Any]) -> dict[str, Any]:
    """{settings, definition, dir, rows, detail, grids?}: every row in full, or its figures only."""
    from llamafactory.data.parser import DatasetAttr

    definition = params["definition"]
    attributes = DatasetAttr("file", dataset_name=str(definition.get("file_name", "")))
    attributes.join(definition)
    encoder = encoder_for(params["settings"])
    refuse_stage(encoder.stage, bool(attributes.ranking))
    encoder.open(attributes, os.path.realpath(params["dir"]))
    grids = params.get("grids") or [None] * len(params["rows"])
    answers = []
    for row, sizes in zip(params["rows"], grids, strict=True):
        try:
            answers.append(detail(encoder, row) if params["detail"] else encoder.figures(row, sizes))
        except Refused as error:
            answers.append({"status": "dropped", "reason": str(error)})
    return {"rows": answers}
