"""Owns what every engine's programs tell alike: versions, device, the stages of loading, and how the work failed.

Refuses to import an engine before the caller has said so.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Mapping
from importlib import metadata
from typing import Any

from anneal_events import emit, emit_failure

PACKAGES = ("torch", "transformers", "peft", "datasets", "accelerate", "trl")


def version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def versions(packages: Iterable[str]) -> dict[str, str]:
    found = {package: version(package) for package in packages}
    return {"python": platform.python_version()} | {name: text for name, text in found.items() if text}


def devices(use_cpu: bool) -> tuple[str, list[str]]:
    import torch

    if use_cpu:
        return "cpu", []
    if torch.cuda.is_available():
        return "cuda", [torch.cuda.get_device_name(at) for at in range(torch.cuda.device_count())]
    kind = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else None
    return (kind.type, []) if kind else ("cpu", [])


def emit_environment(engine: str, use_cpu: bool) -> None:
    device, names = devices(use_cpu)
    emit("environment", engine=engine, versions=versions((engine, *PACKAGES)), device=device, devices=names)


def announce_stages(module: Any, stages: Mapping[str, str]) -> None:
    """Wraps the loading functions that `module` calls by name, so that each says when it begins."""
    for name, message in stages.items():
        function = getattr(module, name, None)
        if callable(function):
            setattr(module, name, announced(function, message))


def announced(function: Callable[..., Any], message: str) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        emit("phase", phase="preparing", message=message)
        return function(*args, **kwargs)

    return call


def report(work: Callable[[], None]) -> int:
    """Runs the work; any way it fails becomes one event, one traceback in the log, and exit code 1."""
    try:
        work()
    except SystemExit as error:
        if error.code in (None, 0):
            raise
        emit_failure(error)
        return 1
    except Exception as error:
        emit_failure(error)
        return 1
    return 0
