"""Owns a little room on the disk, kept from the start of an attempt for the word on how it ended.

An engine that fills the disk can then still be told to have ended, and why. Refuses to raise.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

ROOM_BYTES = 1 << 20


def room_file(folder: Path) -> Path:
    return folder / "room"


def keep_room(folder: Path) -> None:
    try:
        # Noise: a disk that compresses would keep no room for zeros.
        room_file(folder).write_bytes(os.urandom(ROOM_BYTES))
    except OSError:
        give_room(folder)


def give_room(folder: Path) -> None:
    with contextlib.suppress(OSError):
        room_file(folder).unlink(missing_ok=True)


def is_full(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        disk = os.statvfs(folder)
        return disk.f_bavail * disk.f_frsize < ROOM_BYTES
    return False
