"""Proves the installer with a real uv and a wheel made on the spot: from nothing, again, after damage, and refused."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path
from typing import Any

from engine import PYTHON_DIR



def make_wheel(
    folder: Path, source: str, name: str = "owl_engine", version: str = "1.0", needs: str = ""
) -> str:
    """A wheel with one module; returns its hash as a lock file wants it."""
    info = f"{name}-{version}.dist-info"
    file = folder / f"{name}-{version}-py3-none-any.whl"
    wants = f"Requires-Dist: {needs}\n" if needs else ""
    files = {
        f"{name}.py": source,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{wants}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(file, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return hashlib.sha256(file.read_bytes()).hexdigest()


@unittest.skipUnless(shutil.which("uv"), "uv is not on PATH")
class InstallEngineTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.home = Path(holder.name)
        self.dest = self.home / "engines" / "owl_engine"

    def install(
        self, source: str = "VALUE = 1\n", size: int = 1_000_000, packages: tuple[str, ...] = ()
    ) -> tuple[int, list[dict[str, Any]], str]:
        digest = make_wheel(self.home, source)
        lock = self.home / "lock.txt"
        lock.write_text(f"owl_engine==1.0 --hash=sha256:{digest}\n")
        events = self.home / "events.jsonl"
        events.unlink(missing_ok=True)
        env = os.environ | {
            "ANNEAL_EVENTS": str(events),
            "UV_CACHE_DIR": str(self.home / "cache"),
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": str(self.home),
            "UV_NO_CONFIG": "1",
        }
        argv = [sys.executable, PYTHON_DIR / "install_engine.py", "--lock", lock, "--dest", self.dest]
        argv += ["--import", "owl_engine", "--size-bytes", str(size)]
        argv += [word for package in packages for word in ("--package", package)]
        done = subprocess.run(argv, env=env, capture_output=True, text=True, check=False)
        rows = [json.loads(line) for line in events.read_text().splitlines()]
        return done.returncode, rows, done.stdout + done.stderr

    def marker(self) -> dict[str, Any]:
        return json.loads((self.dest / ".complete").read_text())

    def test_installs_checks_and_marks(self) -> None:
        code, events, log = self.install()
        self.assertEqual(code, 0, log)
        self.assertEqual(self.marker()["versions"], {"owl_engine": "1.0"})
        self.assertEqual(events[-1]["type"], "end")
        last = [event for event in events if event["type"] == "progress"][-1]
        self.assertEqual((last["done"], last["total"], last["unit"]), (1_000_000, 1_000_000, "bytes"))
        self.assertIn("Checking that the engine starts", [event.get("message") for event in events])
        self.assertIn("owl_engine imported", log)

    def test_goes_on_from_what_an_interrupted_try_left(self) -> None:
        self.install()
        (self.dest / ".complete").unlink()
        (self.dest / ".venv" / "bin" / "python").unlink()
        code, events, log = self.install()
        self.assertEqual(code, 0, log)
        self.assertIn("Making the environment", [event.get("message") for event in events])
        (self.dest / ".complete").unlink()
        code, events, log = self.install()
        self.assertEqual(code, 0, log)
        self.assertNotIn("Making the environment", [event.get("message") for event in events])

    def test_an_engine_that_does_not_import_is_not_installed(self) -> None:
        code, events, log = self.install("raise ImportError('libowl.so is missing')\n")
        self.assertEqual(code, 1)
        self.assertEqual(events[-1]["type"], "failed")
        [said, *_] = events[-1]["message"].splitlines()
        self.assertTrue(said.endswith("ended with exit code 1: ImportError: libowl.so is missing."), said)
        self.assertFalse((self.dest / ".complete").exists())

    def installed(self, module: str) -> bool:
        python = self.dest / ".venv" / "bin" / "python"
        return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0

    def test_adds_a_package_and_keeps_it_when_the_engine_is_repaired(self) -> None:
        make_wheel(self.home, "VALUE = 2\n", "owl_extra", needs="owl_engine")
        code, events, _log = self.install(packages=("owl_extra==1.0",))
        self.assertEqual(code, 1)
        self.assertIn("not installed", events[-1]["message"])
        self.install()
        before = (self.dest / ".complete").stat().st_mtime_ns
        code, events, log = self.install(packages=("owl_extra==1.0",))
        self.assertEqual(code, 0, log)
        self.assertEqual(events[-1]["type"], "end")
        self.assertTrue(self.installed("owl_extra"))
        self.assertGreater((self.dest / ".complete").stat().st_mtime_ns, before)
        code, _events, log = self.install()
        self.assertEqual(code, 0, log)
        self.assertTrue(self.installed("owl_extra"))

    def test_a_package_that_would_change_a_locked_one_is_refused(self) -> None:
        make_wheel(self.home, "VALUE = 3\n", "owl_engine", "2.0")
        make_wheel(self.home, "VALUE = 2\n", "owl_other", needs="owl_engine>=2")
        self.install()
        code, events, _log = self.install(packages=("owl_other==1.0",))
        self.assertEqual(code, 1)
        self.assertEqual(events[-1]["type"], "failed")
        self.assertFalse(self.installed("owl_other"))
        self.assertEqual(self.marker()["versions"], {"owl_engine": "1.0"})

    def test_refuses_a_full_disk_before_it_begins(self) -> None:
        code, events, _log = self.install(size=10**18)
        self.assertEqual(code, 1)
        self.assertIn("Not enough disk space", events[-1]["message"])
        self.assertFalse((self.dest / ".venv").exists())


if __name__ == "__main__":
    unittest.main()
