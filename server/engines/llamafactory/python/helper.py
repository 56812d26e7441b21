"""Owns what LLaMA-Factory's own code may be asked. Refuses to answer itself: each method has a module."""

from __future__ import annotations

from warm_helper import serve

# Method -> where its function is.
METHODS = {
    "check": "check_config:check",
    "arguments": "arguments:answer",
    "modules": "model_modules:modules",
    "schedule": "lr_schedule:curve",
    "read_calls": "register_calls:answer",
    "render": "render:render",
    "encode": "encode:encode",
    "python_mistake": "additions:python_mistake",
}

if __name__ == "__main__":
    serve(METHODS, "llamafactory.hparams")
