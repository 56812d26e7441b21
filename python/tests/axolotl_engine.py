"""Owns how tests reach Axolotl's Python. Refuses to guess: ANNEAL_TEST_AXOLOTL_PYTHON names it, or they are skipped."""

from __future__ import annotations

import json
import os
import subprocess
import unittest
from pathlib import Path
from typing import Any

from engine import PYTHON_DIR, ROOT

AXOLOTL_DIR = ROOT / "server" / "engines" / "axolotl" / "python"
AXOLOTL_PYTHON = os.environ.get("ANNEAL_TEST_AXOLOTL_PYTHON", "")

needs_axolotl = unittest.skipUnless(
    AXOLOTL_PYTHON, "Axolotl is not installed here: set ANNEAL_TEST_AXOLOTL_PYTHON to its Python"
)


def environment() -> dict[str, str]:
    paths = os.pathsep.join(map(str, (PYTHON_DIR, AXOLOTL_DIR)))
    return os.environ | {
        "PYTHONPATH": paths,
        "HF_HUB_OFFLINE": "1",
        "AXOLOTL_DO_NOT_TRACK": "1",
        "CUDA_VISIBLE_DEVICES": "",
    }


class Helper:
    """The warm helper, as the studio starts it."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [AXOLOTL_PYTHON, str(AXOLOTL_DIR / "helper.py")],
            env=environment(),
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout
        assert "ready" in json.loads(self.process.stdout.readline())

    def ask(self, method: str, params: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"id": 1, "method": method, "params": params}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer.get("result", answer.get("error"))

    def close(self) -> None:
        self.process.communicate()  # closes its stdin, which is all it needs to end
        assert self.process.returncode == 0
