"""Owns the finding, or else getting, of uv: the tool that installs the engines' locked environments.

Refuses to install anything outside the folder that it is given.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PINNED = "0.13.8"
OLDEST = (0, 5)


class NoUv(Exception):
    """uv is not there and cannot be had; the message says what to do."""


def works(uv: Path | str) -> bool:
    try:
        done = subprocess.run([uv, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    found = re.search(r"(\d+)\.(\d+)", done.stdout)
    return done.returncode == 0 and found is not None and (int(found[1]), int(found[2])) >= OLDEST


def call(*argv: str | Path) -> bool:
    print("$ " + " ".join(map(str, argv)), flush=True)
    return subprocess.run(argv, stderr=subprocess.STDOUT, check=False).returncode == 0


def find_uv(tools: Path, say: Callable[[str], None], python: str = sys.executable) -> Path:
    on_path = shutil.which("uv")
    if on_path and works(on_path):
        return Path(on_path)
    own = tools / "bin" / "uv"
    if works(own):
        return own
    say(f"Getting uv {PINNED}")
    wanted = f"uv=={PINNED}"
    shutil.rmtree(tools, ignore_errors=True)
    made = call(python, "-m", "venv", tools)
    if made and call(tools / "bin" / "python", "-m", "pip", "install", wanted) and works(own):
        return own
    shutil.rmtree(tools, ignore_errors=True)
    if call(python, "-m", "pip", "install", "--target", tools, wanted) and works(own):
        return own
    raise NoUv(
        "The installer uv is missing, and this Python can neither make a virtual environment nor install it. "
        "Install uv (https://docs.astral.sh/uv) or, on Debian and Ubuntu, `sudo apt install python3-venv`, "
        "check that the network reaches PyPI, and try again."
    )
