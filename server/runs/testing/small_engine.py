"""Owns a whole engine in a page: trains nothing, but tells, saves, obeys, fails and merges as the real ones do.

Refuses to hurry: it holds where its config says until a file named `go` lies beside the config.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
import time
from pathlib import Path

from anneal_control import Control
from anneal_events import emit, emit_failure

config_path = Path(sys.argv[1])
config = dict(line.split(": ", 1) for line in config_path.read_text().splitlines() if ": " in line)
control = Control(os.environ["ANNEAL_CONTROL"])
bridge = config.get("bridge", "yes") == "yes"
reason = ""


def tell(type: str, **fields: object) -> None:
    if type == "metrics":
        print(f"step {fields['step']} of {config['steps']} loss {fields['values']['loss']}", flush=True)
    if bridge:
        emit(type, **fields)


def weights(path: Path) -> None:
    header = json.dumps({"w": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + b"1234")


def checkpoint(output: Path, step: int) -> None:
    folder = output / f"checkpoint-{step}"
    folder.mkdir(parents=True, exist_ok=True)
    weights(folder / "adapter_model.safetensors")
    for name in ("optimizer.pt", "scheduler.pt"):
        (folder / name).write_bytes(b"x")
    (folder / "trainer_state.json").write_text(json.dumps({"global_step": step}))
    tell("save", step=step, path=folder.name)


def obey(output: Path, step: int) -> None:
    global reason
    for request in control.take():
        if request.action in ("save", "pause"):
            checkpoint(output, step)
        if request.action in ("pause", "stop"):
            reason = "paused" if request.action == "pause" else "stopped"
        tell("acted", id=request.id, action=request.action, step=step)


def hold(at: str, output: Path, step: int = 0) -> None:
    while config.get("hold") == at and not reason and not (config_path.parent / "go").exists():
        time.sleep(0.005)
        if at != "preparing":
            obey(output, step)


def train() -> None:
    output, steps = Path(config["output_dir"]), int(config["steps"])
    resume = config.get("resume_from_checkpoint", "")
    step = int(resume.rpartition("-")[2]) if resume else 0
    if config.get("ignores_sigterm"):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    tell("phase", phase="preparing", message="Loading")
    hold("preparing", output)
    tell("environment", engine="small", versions={"small": "1"}, device="cpu", devices=[])
    tell("begin", step=step, maxSteps=steps, epochs=1, resumedFrom=step or None, trainableParams=1, totalParams=2,
         effectiveBatchSize=1, examples=steps)
    tell("phase", phase="training", message="Training")
    truth = os.open(config_path.parent / "truth", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while step < steps and not reason:
        step += 1
        time.sleep(float(config.get("step_seconds", "0")))
        tell("metrics", kind="train", step=step, epoch=step / steps, values={"loss": round(3 / step, 4)})
        tell("progress", done=step, total=steps, unit="steps", message=None)
        os.write(truth, f"{os.environ['ANNEAL_EVENTS'].split('/')[-2]} {step}\n".encode())
        if config.get("fail_at") == str(step):
            raise ValueError(f"Step {step} went wrong.")
        if config.get("die_at") == str(step):
            os.kill(os.getpid(), signal.SIGKILL)
        if config.get("leave_at") == str(step):
            sys.exit(0)
        if step % int(config.get("save_steps", "5")) == 0:
            checkpoint(output, step)
        hold(str(step), output, step)
        obey(output, step)
    output.mkdir(parents=True, exist_ok=True)
    weights(output / "adapter_model.safetensors")
    tell("end", step=step, reason=reason or "completed", values={})


def merge() -> None:
    target = Path(config["export_dir"])
    partial = target.with_name(f"{target.name}.partial-1")
    partial.mkdir(parents=True)
    tell("phase", phase="merging", message="Merging")
    weights(partial / "model.safetensors")
    (partial / "Modelfile").write_text("FROM .\n")
    hold("merging", target)
    if config.get("fail_at"):
        raise MemoryError("no room")
    tell("progress", done=4, total=4, unit="bytes", message=None)
    partial.rename(target)
    tell("end", step=0, reason="completed", values={})


try:
    merge() if "export_dir" in config else train()
except Exception as error:
    emit_failure(error)
    sys.exit(1)
