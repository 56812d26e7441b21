"""Owns reading Python values from source: constants and what is made of them. Refuses to run anything."""

from __future__ import annotations

import ast
from typing import Any


class Unreadable(ValueError):
    """The source computes this value; it stands for the place and the text."""

    def __init__(self, node: ast.AST) -> None:
        super().__init__(
            f"Line {getattr(node, 'lineno', '?')}: `{ast.unparse(node)[:120]}` can only be known by running it."
        )


def literal(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [literal(part) for part in parts]
        case ast.Set(elts=parts):
            # A set in a template names a token of the tokenizer's own.
            return {str(literal(part)): None for part in parts}
        case ast.Dict(keys=keys, values=values):
            return {
                literal(key) if key else "": literal(value)
                for key, value in zip(keys, values, strict=True)
            }
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return literal(left) + literal(right)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -literal(operand)
    raise Unreadable(node)


def call_name(node: ast.expr) -> str:
    """`f` of `f(...)` and of `module.f(...)`; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def arguments_of(node: ast.Call, positional: tuple[str, ...] = ()) -> dict[str, ast.expr]:
    """The arguments of a call by name."""
    named = {word.arg: word.value for word in node.keywords if word.arg}
    return dict(zip(positional, node.args, strict=False)) | named
