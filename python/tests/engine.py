"""Owns how tests reach the engine's Python. Refuses to guess: ANNEAL_TEST_ENGINE_PYTHON names it, or they are skipped."""

from __future__ import annotations

import os
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON_DIR = ROOT / "python"
ENGINE_DIR = ROOT / "server" / "engines" / "llamafactory" / "python"
ENGINE_PYTHON = os.environ.get("ANNEAL_TEST_ENGINE_PYTHON", "")

needs_engine = unittest.skipUnless(
    ENGINE_PYTHON, "the engine is not installed here: set ANNEAL_TEST_ENGINE_PYTHON to its Python"
)


def engine(
    *argv: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None, stdin: str = ""
) -> str:
    """Runs the engine's Python; returns what it printed, fails with what it complained about."""
    paths = os.pathsep.join(str(path) for path in (PYTHON_DIR, ENGINE_DIR, PYTHON_DIR / "demo"))
    full = os.environ | {"HF_HUB_OFFLINE": "1", "PYTHONPATH": paths} | (env or {})
    done = subprocess.run(
        [ENGINE_PYTHON, *map(str, argv)],
        env=full,
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"exit code {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-6000:]}")
    return done.stdout
