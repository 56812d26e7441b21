"""Owns what the recorded engine answers when it is asked: its arguments as they were recorded, and yes to every config.

Refuses what only the real engine can do, such as rendering a template.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ENGINE = sys.argv[1] if len(sys.argv) > 1 else "llamafactory"
[ARGUMENTS] = (ROOT / "configs" / "engines" / ENGINE).glob("arguments-*.json")
sys.path.insert(0, str(ROOT / "server" / "engines" / "llamafactory" / "python"))


def answer(method: str, params: Any) -> Any:
    if method == "arguments":
        return json.loads(ARGUMENTS.read_text("utf-8"))["arguments"]
    if method == "check":
        return {"accepted": True}
    if method == "read_calls":
        from register_calls import read_calls

        return read_calls(params["text"])
    raise LookupError(f"The recorded engine has no answer to {method}.")


def main() -> None:
    print(json.dumps({"ready": {}}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            said = {"result": answer(request["method"], request["params"])}
        except Exception as error:
            said = {"error": {"message": str(error), "kind": type(error).__name__}}
        print(json.dumps({"id": request["id"]} | said, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
