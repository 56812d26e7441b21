"""Owns one copy, CONFIG.yaml: the files of a model that was trained whole, without the checkpoints beside them.

Refuses to change a weight.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from anneal_events import emit
from engine_work import report

LEFT = (".log", ".md", ".lock")


def copy() -> None:
    import yaml

    config = yaml.safe_load(Path(sys.argv[1]).read_text("utf-8"))
    source, target = Path(config["base_model"]), Path(config["output_dir"])
    files = [path for path in source.iterdir() if path.is_file() and path.suffix not in LEFT]
    whole = sum(path.stat().st_size for path in files)
    emit("phase", phase="merging", message="Copying the model")
    target.mkdir(parents=True, exist_ok=True)
    done = 0
    for path in files:
        # Beside, then renamed: a file that is there is whole.
        part = target / f"{path.name}.part"
        shutil.copyfile(path, part)
        part.rename(target / path.name)
        done += path.stat().st_size
        emit("progress", done=done, total=whole, unit="bytes", message=None)
    emit("end", step=0, reason="completed", values={"bytes": done, "files": len(files)})


if __name__ == "__main__":
    sys.exit(report(copy))
