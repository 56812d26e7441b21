"""Owns the engine's own verdict on a config: what its validators would say when the run starts, in their words.

Refuses to leave anything behind: each answer is found in a copy of the process, without network or files.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

from apart import apart


def verdict(text: str, env: dict[str, str], processes: int, gpu: dict[str, Any] | None) -> dict[str, Any]:
    os.environ |= env | {"WORLD_SIZE": str(processes)}
    import yaml
    from axolotl.cli.config import gpu_capabilities
    from axolotl.utils.config import prepare_plugins, validate_config
    from axolotl.utils.dict import DictDefault
    from pydantic import ValidationError

    try:
        config = DictDefault(yaml.safe_load(text))
        # What a user's own plugin does is not done for a question.
        config.plugins = [name for name in config.plugins or [] if name.startswith("axolotl.")] or None
        prepare_plugins(config)
        capabilities, environment = gpu_capabilities()
        # Judged as if on a GPU that this machine need not have.
        capabilities |= gpu or {}
        validate_config(config, capabilities=capabilities, env_capabilities=environment)
    except ValidationError as error:
        return refused([(place(row["loc"]), str(row["msg"]).removeprefix("Value error, ")) for row in error.errors()])
    except Exception as error:
        return refused([("", str(error).strip() or type(error).__name__)])
    return {"accepted": True}


def place(loc: tuple[Any, ...]) -> str:
    """The top-level key; what follows in a union is the name of a type."""
    return str(loc[0]) if loc else ""


def refused(problems: list[tuple[str, str]]) -> dict[str, Any]:
    """A value that fits none of several types is told once."""
    rows = [{"path": path, "message": message} for path, message in dict.fromkeys(problems)]
    return {"accepted": False, "problems": rows}


def check(params: dict[str, Any]) -> dict[str, Any]:
    """{config, env, processes, gpu}: `gpu` what another GPU can do, null for this machine."""
    # Here, so that the copies find it imported.
    import_module("axolotl.cli.config")
    asked = (params["config"], params.get("env") or {}, params.get("processes") or 1, params.get("gpu"))
    return apart(lambda: verdict(*asked))
