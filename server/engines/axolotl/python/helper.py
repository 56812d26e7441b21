"""Owns what Axolotl's own code may be asked. Refuses to answer itself: each method has a module."""

from __future__ import annotations

from warm_helper import serve

# Method -> where its function is.
METHODS = {
    "check": "check_config:check",
    "arguments": "arguments:answer",
    "encode": "encode:encode",
    "modules": "model_modules:modules",
    "schedule": "schedule:schedule",
}

if __name__ == "__main__":
    serve(METHODS, "axolotl.utils.config")
