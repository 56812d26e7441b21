"""Owns finding the media that a row names: files of the dataset's folder, and pictures whose bytes stand in the row.

Refuses addresses, everything outside the folder, and pictures that would fill the memory.
"""

from __future__ import annotations

import base64
import io
import os
from typing import Any

MOST_PIXELS = 100_000_000


class Refused(Exception):
    """The engine drops the row, or stops at it; the words are its own where it has any."""


def media_file(source: str, root: str) -> str:
    path = os.path.realpath(os.path.join(root, source))
    if os.path.commonpath([path, root]) != root:
        raise Refused(f"{source} is not a file of the dataset's folder; nothing outside it is opened.")
    if not os.path.isfile(path):
        raise Refused(f"{source} is missing: a run dies when it comes to this row.")
    return path


def check_picture(source: Any) -> None:
    """Before anything is decoded: a small file may claim to be enormous."""
    from PIL import Image

    if isinstance(source, dict):
        source = io.BytesIO(source["bytes"]) if source.get("bytes") is not None else source.get("path")
    name = os.path.basename(source) if isinstance(source, str) else "A picture"
    try:
        with Image.open(source) as picture:
            width, height = picture.size
    except Exception as error:
        raise Refused(f"{name} cannot be read as a picture: {error}") from error
    if width * height > MOST_PIXELS:
        raise Refused(f"{name} says it has {width} × {height} pixels; it is not opened.")


def one_medium(source: Any, root: str) -> Any:
    if isinstance(source, str):
        return media_file(source, root)
    if isinstance(source, dict) and isinstance(source.get("bytes"), str):
        return source | {"bytes": base64.b64decode(source["bytes"].partition(",")[2])}
    if isinstance(source, dict) and isinstance(source.get("path"), str):
        return source | {"path": media_file(source["path"], root)}
    return source


def found_media(media: Any, kind: str, root: str) -> Any:
    if media is None:
        return None
    sources = [
        found_media(each, kind, root) if isinstance(each, list) else one_medium(each, root) for each in media
    ]
    if kind == "images":
        for source in sources:
            check_picture(source)
    return sources
