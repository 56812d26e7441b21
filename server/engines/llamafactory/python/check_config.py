"""Owns the engine's own verdict on a config: what its parser would say when the run starts, in its words.

Refuses to leave anything behind: each answer is found in a copy of the process, without GPU memory, network or files.
"""

from __future__ import annotations

import contextlib
import io
import linecache
import os
import traceback
from importlib import import_module
from typing import Any

from apart import apart

# A condition of the engine's is not longer than this.
CONDITION_LINES = 12
FRAMES = 5


def read(text: str) -> Any:
    """As the engine reads the file itself: OmegaConf, with its `${…}` left as they are."""
    from omegaconf import OmegaConf

    return OmegaConf.to_container(OmegaConf.merge(OmegaConf.load(io.StringIO(text)), OmegaConf.from_cli([])))


def pretend_launch(processes: int | None) -> None:
    """Gives what torchrun would give to the first process, without the others and without a GPU being touched."""
    import torch

    # Choosing a GPU makes a context of several hundred megabytes on it, and nothing is computed here.
    torch.cuda.set_device = lambda device: None
    if processes is None:
        return
    os.environ |= {
        "RANK": "0",
        "LOCAL_RANK": "0",
        "WORLD_SIZE": str(processes),
        "LOCAL_WORLD_SIZE": str(processes),
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": "29500",
    }
    begin = torch.distributed.init_process_group

    def alone(*_: Any, **__: Any) -> None:
        begin("gloo", store=torch.distributed.HashStore(), rank=0, world_size=1)

    torch.distributed.init_process_group = alone


class Accepted(Exception):
    """Raised where the engine would begin to load."""


def ask_engine(kind: str, config: Any) -> None:
    if kind == "train":
        from llamafactory.hparams import get_train_args

        get_train_args(config)
        return
    from llamafactory.train import tuner

    def begin_loading(*_: Any, **__: Any) -> None:
        raise Accepted

    tuner.load_tokenizer = begin_loading
    with contextlib.suppress(Accepted):
        tuner.export_model(config)


def reasons(error: Exception) -> list[str]:
    """The engine's source where it refused, innermost first: it names the key where the message does not."""
    frames = traceback.extract_tb(error.__traceback__)
    return [condition(frame) for frame in reversed(frames[-FRAMES:])]


def condition(frame: traceback.FrameSummary) -> str:
    """The line of a frame, after the condition that it stands under."""
    lines = linecache.getlines(frame.filename)[: frame.lineno]
    if not lines:
        return frame.line or ""
    depth = indent(lines[-1])
    found = [lines[-1]]
    for line in reversed(lines[-CONDITION_LINES:-1]):
        found.insert(0, line)
        if line.strip() and indent(line) < depth and line.lstrip().startswith(("if ", "elif ", "for ", "def ")):
            break
    return "".join(found)


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def verdict(kind: str, config: str, env: dict[str, str], processes: int | None) -> dict[str, Any]:
    os.environ |= env
    pretend_launch(processes)
    try:
        ask_engine(kind, read(config))
    except Exception as error:
        return {
            "accepted": False,
            "message": str(error).strip() or type(error).__name__,
            "kind": type(error).__name__,
            "where": reasons(error),
        }
    return {"accepted": True}


def check(params: dict[str, Any]) -> dict[str, Any]:
    """{kind, config, env, processes}: processes is null where the run is one process without a launcher."""
    if params["kind"] != "train":
        import_module("llamafactory.train.tuner")  # here, so that the copies find it imported
    return apart(
        lambda: verdict(params["kind"], params["config"], params.get("env") or {}, params.get("processes"))
    )
