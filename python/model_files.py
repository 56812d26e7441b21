"""Owns finding the folder of a model on this machine, and telling whether its files are the same as before.

Refuses to fetch anything.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

LOOKED_AT = ("tokenizer.json", "tokenizer_config.json", "preprocessor_config.json", "processor_config.json", "config.json")


def model_folder(model: str) -> str:
    """A folder of this machine; a hub's model only where its files are here already."""
    folder = Path(model).expanduser()
    if folder.is_dir():
        return str(folder)
    if folder.is_absolute() or model.startswith((".", "~")):
        raise FileNotFoundError(f"There is no model folder {model}.")
    from huggingface_hub import snapshot_download

    try:
        return str(snapshot_download(model, local_files_only=True))
    except Exception as error:
        raise FileNotFoundError(
            f"The files of {model} are not on this machine, and nothing is fetched to show tokens. "
            "Download the model first, or choose a folder."
        ) from error


def stamp(folder: str) -> list[float]:
    return [
        path.stat().st_mtime if (path := Path(folder, name)).is_file() else 0.0 for name in LOOKED_AT
    ]


def own_template(folder: str) -> Any:
    """The chat template that comes with the model; None where it has none."""
    alone = Path(folder, "chat_template.jinja")
    if alone.is_file():
        return alone.read_text("utf-8")
    config = Path(folder, "tokenizer_config.json")
    return json.loads(config.read_text("utf-8")).get("chat_template") if config.is_file() else None
