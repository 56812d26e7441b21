"""Owns the installation of one engine: Python, uv, environment, locked packages, optional ones, import check, marker.

Refuses to report success before the engine was imported, and to start over: what an interrupted try left is used.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from anneal_events import emit, emit_failure
from durable import write_json
from find_uv import NoUv, find_uv
from install_progress import InstallProgress
from optional_packages import add_packages, remember, remembered

PACKAGES = ("torch", "transformers", "peft", "datasets", "accelerate", "trl")
LIST_VERSIONS = """
import json
from importlib import metadata
print(json.dumps({found.metadata["Name"].lower(): found.version for found in metadata.distributions()}))
"""


class InstallError(Exception):
    """What happened, why, and what to do."""


def phase(message: str) -> None:
    print(message, flush=True)
    emit("phase", phase="installing", message=message)


def gigabytes(count: float) -> str:
    return f"{count / 1e9:.1f} GB"


def check_python() -> None:
    if sys.version_info < (3, 11):
        raise InstallError(
            f"Python {sys.version.split()[0]} is too old: the engine needs 3.11 or newer. "
            "Install a newer Python, and start again with it first on PATH."
        )


def check_disk(folder: Path, needed: float) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise InstallError(
            f"Not enough disk space: the engine needs {gigabytes(needed)} more in {folder}, and {gigabytes(free)} "
            "are free. Free some space, or use --home to put Anneal on another disk, and try again."
        )


def usable(python: Path) -> bool:
    try:
        test = "import sys; sys.exit(sys.version_info < (3, 11))"
        return subprocess.run([python, "-c", test], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def cause(lines: list[str]) -> str:
    """The error that uv names and the innermost cause of it; of others the last line."""
    errors = [line for line in lines if line.startswith(("error:", "×"))]
    causes = [line for line in lines if line.startswith(("cause:", "Caused by:", "╰─▶"))]
    named = [*errors[:1], *causes[-1:]] or lines[-1:]
    bare = [re.sub(r"^(error:|×|cause:|Caused by:|╰─▶)\s*", "", line).rstrip(".:") for line in named]
    return " ".join(f"{line}." for line in bare)


def run(argv: list[str | Path], progress: InstallProgress | None = None) -> list[str]:
    """Runs a step, passes its lines on to the log, and returns them; the latest one is the progress message."""
    print("$ " + " ".join(map(str, argv)), flush=True)
    lines: list[str] = []
    with subprocess.Popen(
        argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as step:
        for line in step.stdout or ():
            print(line, end="", flush=True)
            lines.append(line.strip())
            if progress and line.strip():
                progress.say(line.strip()[:200])
    if step.returncode:
        tail = "\n".join(lines[-12:])
        raise InstallError(
            f"`{Path(argv[0]).name} {argv[1]}` ended with exit code {step.returncode}: {cause(lines)}\n{tail}"
        )
    return lines


def cache_folder(uv: Path) -> Path:
    done = subprocess.run([uv, "cache", "dir"], capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def import_and_mark(python: Path, module: str, marker: Path, digest: str) -> None:
    phase("Checking that the engine starts")
    run([python, "-c", f"import {module}; print('{module} imported')"])
    found = json.loads(subprocess.check_output([python, "-c", LIST_VERSIONS], text=True))
    versions = {name: found[name] for name in (module.split(".")[0], *PACKAGES) if name in found}
    write_json(
        marker, {"lockSha256": digest, "versions": versions, "installedAt": time.time_ns() // 1_000_000}
    )


def finish(began: float) -> None:
    seconds = time.monotonic() - began
    print(f"Installed in {seconds:.0f} s", flush=True)
    emit("end", step=0, reason="completed", values={"seconds": round(seconds, 1)})


def add(lock: Path, dest: Path, module: str, packages: list[str]) -> None:
    began = time.monotonic()
    marker, python = dest / ".complete", dest / ".venv" / "bin" / "python"
    if not (marker.exists() and usable(python)):
        raise InstallError(
            "The engine itself is not installed, so nothing can be added to it. Install it in Settings first."
        )
    digest = json.loads(marker.read_text("utf-8")).get("lockSha256", "")
    phase("Looking for uv")
    uv = find_uv(dest.parent / ".uv", phase)
    phase(f"Installing {', '.join(packages)}")
    emit("progress", done=0, total=len(packages), unit="packages", message=None)
    add_packages(uv, python, lock, packages, run)
    emit("progress", done=len(packages), total=len(packages), unit="packages", message="Installed")
    import_and_mark(python, module, marker, digest)
    remember(dest, packages)
    finish(began)


def install(lock: Path, dest: Path, module: str, size: int) -> None:
    began = time.monotonic()
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    marker, note, venv = dest / ".complete", dest / ".install-bytes", dest / ".venv"
    python = venv / "bin" / "python"
    phase("Checking Python and disk space")
    check_python()
    dest.mkdir(parents=True, exist_ok=True)
    if marker.exists() and json.loads(marker.read_text("utf-8")).get("lockSha256") != digest:
        marker.unlink()

    phase("Looking for uv")
    uv = find_uv(dest.parent / ".uv", phase)
    cache = cache_folder(uv)
    packages = sum("==" in line for line in lock.read_text("utf-8").splitlines())
    progress = InstallProgress(cache, venv, note, size, packages)
    check_disk(dest, size * 1.1 - progress.done)
    if not usable(python):
        phase("Making the environment")
        shutil.rmtree(venv, ignore_errors=True)
        run([uv, "venv", "--python", sys.executable, venv])

    phase("Downloading and installing packages")
    progress.start()
    try:
        # Links where the cache is on the same disk, copies where it is not; uv decides.
        run([uv, "pip", "sync", "--python", python, lock], progress)
    finally:
        progress.stop()
        progress.tell(progress.look())
    if extra := remembered(dest):
        phase("Installing the optional packages again")
        add_packages(uv, python, lock, extra, run)
    import_and_mark(python, module, marker, digest)
    progress.say("Installed")
    progress.tell(size)
    note.unlink(missing_ok=True)
    finish(began)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lock", type=Path, required=True)
    parser.add_argument("--dest", type=Path, required=True)
    parser.add_argument("--import", dest="module", required=True)
    parser.add_argument("--size-bytes", type=int, required=True)
    parser.add_argument("--package", action="append", default=[], help="add only this; may be repeated")
    options = parser.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        lock, dest = options.lock.resolve(), options.dest.resolve()
        if options.package:
            add(lock, dest, options.module, options.package)
        else:
            install(lock, dest, options.module, options.size_bytes)
    except (InstallError, NoUv, OSError, subprocess.CalledProcessError) as error:
        emit_failure(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
