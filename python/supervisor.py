"""Owns one attempt of a run: starts its command once, outlives whoever asked, and leaves exit.json behind.

Refuses to know what the command does, to talk to anyone but by signals and files, and to start an attempt twice.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from disk_room import give_room, is_full, keep_room
from durable import write_json
from process_table import become_subreaper, boot_id, descendants, oom_kills, start_time

GOODBYE_SECONDS = 2.0
REAP_LIMIT_SECONDS = 30.0
DISK_FULL_LIMIT_SECONDS = 3600.0
FOLDER_LOOK_SECONDS = 2.0


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def send(pid: int, number: int, group: bool = False) -> bool:
    try:
        (os.killpg if group else os.kill)(pid, number)
        return True
    except (ProcessLookupError, PermissionError):
        return False


def signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIG{number}"


@dataclass
class Attempt:
    folder: Path
    key: str
    grace: float
    started_at: int = field(default_factory=now_ms)
    clock: float = field(default_factory=time.monotonic)
    ooms: int = field(default_factory=oom_kills)
    inbox: list[int] = field(default_factory=list)
    child: int | None = None
    status: int | None = None
    terminated: str = "no"
    kill_at: float | None = None
    announced: bool = False

    def announce(self) -> None:
        """Says who we are; a full disk delays it, never the run."""
        me = os.getpid()
        record = {
            "pid": me,
            "startTime": start_time(me),
            "bootId": boot_id(),
            "childPid": self.child,
            "childStartTime": start_time(self.child) if self.child else None,
            "key": self.key,
            "startedAt": self.started_at,
        }
        with contextlib.suppress(OSError):
            write_json(self.folder / "supervisor.json", record)
            self.announced = True

    def obey(self) -> None:
        while self.inbox:
            number = self.inbox.pop(0)
            if number == signal.SIGTERM and self.terminated == "no":
                self.terminated = "asked"
                self.kill_at = time.monotonic() + self.grace
                send(self.child or 0, signal.SIGTERM, group=True)
            elif number in (signal.SIGINT, signal.SIGQUIT):
                self.kill()
        if self.kill_at is not None and time.monotonic() >= self.kill_at:
            self.kill()

    def kill(self) -> None:
        self.terminated, self.kill_at = "killed", None
        send(self.child or 0, signal.SIGKILL, group=True)

    def reap(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid == self.child:
                self.status = status

    def miss_folder(self) -> None:
        """A run whose folder was deleted can keep nothing and tell nobody: it must not hold a GPU for that."""
        if self.terminated == "no" and not self.folder.is_dir():
            self.inbox.append(signal.SIGTERM)
            self.grace = min(self.grace, GOODBYE_SECONDS)

    def wait(self, wakeup: int) -> None:
        while self.status is None:
            timeout = FOLDER_LOOK_SECONDS if self.announced else 1.0
            if self.kill_at is not None:
                timeout = max(0.0, min(timeout, self.kill_at - time.monotonic()))
            if select.select([wakeup], [], [], timeout)[0]:
                os.read(wakeup, 512)
            self.reap()
            if self.status is None:
                self.miss_folder()
                self.obey()
            if not self.announced:
                self.announce()

    def clear_leftovers(self) -> int:
        """What the child started gets a moment to end by itself; whatever is left then is killed."""
        began, killed = time.monotonic(), set[int]()
        patience = 0.0 if self.terminated == "killed" else GOODBYE_SECONDS
        if not os.path.isdir("/proc"):
            return int(send(self.child or 0, signal.SIGKILL, group=True))
        while (left := descendants()) and time.monotonic() - began < REAP_LIMIT_SECONDS:
            if time.monotonic() - began >= patience or self.inbox:
                killed |= {pid for pid in left if send(pid, signal.SIGKILL)}
            time.sleep(0.02)
            self.reap()
        return len(killed)

    def finish(self, code: int | None, died_by: str | None, leftovers: int) -> None:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        record = {
            "code": code,
            "signal": died_by,
            "startedAt": self.started_at,
            "endedAt": now_ms(),
            "durationMs": round((time.monotonic() - self.clock) * 1000),
            "maxRssBytes": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            "userSeconds": round(usage.ru_utime, 3),
            "systemSeconds": round(usage.ru_stime, 3),
            "oomKills": max(0, oom_kills() - self.ooms),
            "terminated": self.terminated,
            "leftovers": leftovers,
            "diskFull": is_full(self.folder),
        }
        give_room(self.folder)
        until = time.monotonic() + DISK_FULL_LIMIT_SECONDS
        while True:
            try:
                return write_json(self.folder / "exit.json", record)
            except OSError:
                # A folder that was deleted will not come back; a disk may be freed.
                if time.monotonic() > until or not self.folder.is_dir():
                    raise
                time.sleep(1)


def claim(folder: Path) -> bool:
    """True for the one process that may start this attempt. The lock is held until we end, and what is
    written into it stays, so that a supervisor killed before it could announce its child is not repeated."""
    lock = os.open(folder / "supervisor.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    if os.fstat(lock).st_size or any((folder / name).exists() for name in ("supervisor.json", "exit.json")):
        return False
    os.write(lock, f"{os.getpid()}\n".encode())
    os.fsync(lock)
    return True


def detach(folder: Path) -> None:
    with contextlib.suppress(PermissionError):  # already a leader
        os.setsid()
    become_subreaper()
    null = os.open(os.devnull, os.O_RDONLY)
    log = os.open(folder / "output.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for source, target in ((null, 0), (log, 1), (log, 2)):
        os.dup2(source, target)


def listen(attempt: Attempt) -> int:
    wakeup, alarm = os.pipe()
    os.set_blocking(wakeup, False)
    os.set_blocking(alarm, False)
    signal.set_wakeup_fd(alarm, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, lambda got, _frame: attempt.inbox.append(got))
    # A handler, not SIG_IGN: what is ignored would stay ignored in the child.
    for number in (signal.SIGHUP, signal.SIGCHLD):
        signal.signal(number, lambda _got, _frame: None)
    return wakeup


def supervise(folder: Path, launch: dict[str, Any]) -> None:
    attempt = Attempt(folder, str(launch["key"]), float(launch.get("graceSeconds", 120)))
    wakeup = listen(attempt)
    keep_room(folder)
    (folder / "launch.json").unlink(missing_ok=True)  # read already, and it holds the run's secrets
    try:
        process = subprocess.Popen(
            launch["argv"],
            cwd=launch["cwd"],
            env=launch["env"],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        print(f"Could not start {launch['argv'][0]}: {error}", flush=True)
        attempt.announce()
        attempt.finish(127, None, 0)
        return
    attempt.child = process.pid
    attempt.announce()
    attempt.obey()
    attempt.wait(wakeup)
    status = attempt.status or 0
    process.returncode = 0  # we reaped it; Popen must not try again
    leftovers = attempt.clear_leftovers()
    if os.WIFSIGNALED(status):
        attempt.finish(None, signal_name(os.WTERMSIG(status)), leftovers)
    else:
        attempt.finish(os.WEXITSTATUS(status), None, leftovers)


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: supervisor.py ATTEMPT_DIR", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1]).resolve()
    if not claim(folder):
        return 0
    launch = json.loads((folder / "launch.json").read_text("utf-8"))
    detach(folder)
    supervise(folder, launch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
