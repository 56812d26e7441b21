"""Owns what is known of processes on this machine: when they began, who descends from whom, who was out of memory.

Refuses to signal anyone. Where there is no /proc it knows little, and says so with None, 0 or an empty set.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def read_text(path: str) -> str | None:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return None


def stat_fields(pid: int | str) -> list[str] | None:
    """Fields 3.. of /proc/PID/stat; the command name before them may hold spaces and brackets."""
    text = read_text(f"/proc/{pid}/stat")
    return text.rpartition(")")[2].split() if text else None


def start_time(pid: int | str) -> str | None:
    fields = stat_fields(pid)
    return fields[19] if fields else None


def oom_kills() -> int:
    for line in (read_text("/proc/self/cgroup") or "").splitlines():
        if line.startswith("0::"):
            events = read_text(f"/sys/fs/cgroup{line[3:]}/memory.events") or ""
            counts = dict(pair.split() for pair in events.splitlines() if len(pair.split()) == 2)
            return int(counts.get("oom_kill", "0"))
    return 0


def become_subreaper() -> None:
    """Orphans of the child come to us instead of to init, so that none can hide."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def descendants() -> set[int]:
    """Every living process below us; as a subreaper we are above all that the child ever started."""
    rows: dict[int, list[str]] = {}
    for name in os.listdir("/proc") if os.path.isdir("/proc") else []:
        fields = stat_fields(name) if name.isdigit() else None
        if fields:
            rows[int(name)] = fields
    me, found = os.getpid(), set[int]()
    for pid, fields in rows.items():
        parent, hops = pid, 0
        while parent in rows and parent != me and hops < len(rows):
            parent, hops = int(rows[parent][1]), hops + 1
        if parent == me and pid != me and fields[0] != "Z":
            found.add(pid)
    return found


def boot_id() -> str | None:
    return (read_text("/proc/sys/kernel/random/boot_id") or "").strip() or None
