"""Owns the talk between a Hugging Face Trainer and the studio: events out at every hook, requests in at each step.

Refuses to change how training computes: without a request the numbers are those of the plain engine.
"""

from __future__ import annotations

import os
import time
from typing import Any

import torch
from anneal_control import ACTIONS, Control, Request
from anneal_events import emit, numbers
from anneal_measure import Stopwatch, parameter_counts, size_of
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

PROGRESS_SECONDS = 0.4


class AnnealBridge(TrainerCallback):
    def __init__(self) -> None:
        self.reason = "completed"
        self.step = 0
        self.results: dict[str, Any] = {}
        self._control = Control(os.environ.get("ANNEAL_CONTROL"))
        self._watch = Stopwatch()
        self._told = float("-inf")
        self._phase = ("", "")
        self._training = False
        self._evaluated = 0
        self._restored = False

    def on_train_begin(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kw: Any
    ) -> None:
        self._training = True
        self._watch.restart(state.global_step, self._tokens(state))
        trainable, total = parameter_counts(kw["model"])
        emit(
            "begin",
            step=state.global_step,
            maxSteps=state.max_steps,
            epochs=state.num_train_epochs,
            resumedFrom=state.global_step or None,
            trainableParams=trainable,
            totalParams=total,
            effectiveBatchSize=self._batch(args),
            examples=size_of(kw.get("train_dataloader")),
        )
        self._enter("training", "Training")

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kw: Any
    ) -> None:
        self._watch.touch()
        self.step = state.global_step
        last = state.global_step >= state.max_steps
        if last or time.monotonic() - self._told >= PROGRESS_SECONDS:
            self._told = time.monotonic()
            emit("progress", done=state.global_step, total=state.max_steps, unit="steps", message=None)
        for request in self._requests(args):
            self._act(request, args, state, control)
        if control.should_save and not control.should_evaluate:
            self._enter("saving", f"Saving checkpoint-{state.global_step}")

    def on_log(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        logs: Any = None,
        **kw: Any,
    ) -> None:
        values = numbers({name: value for name, value in (logs or {}).items() if name != "epoch"})
        kind = "train" if "loss" in values else "summary"
        if any(name.startswith("eval_") for name in values) and not self._restored:
            kind = "eval"
        if kind == "train":
            values |= self._watch.rates(state.global_step, self._tokens(state), self._batch(args))
            if torch.cuda.is_available():
                values["gpu_memory_gib"] = round(torch.cuda.max_memory_allocated() / 2**30, 3)
        # Not train_loss: after a resume the Trainer divides a part of the losses by all of the steps.
        self.results |= {
            name: at for name, at in values.items() if name.endswith("loss") and name != "train_loss"
        }
        emit("metrics", kind=kind, step=state.global_step, epoch=state.epoch or 0, values=values)

    def on_prediction_step(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        eval_dataloader: Any = None,
        **kw: Any,
    ) -> None:
        self._enter("evaluating", "Evaluating")
        self._evaluated += 1
        if (
            # A training counts its steps; the evaluation at its end must not count from zero again.
            self.step == 0
            and not self._training
            and time.monotonic() - self._told >= PROGRESS_SECONDS
            and hasattr(eval_dataloader, "__len__")
        ):
            self._told = time.monotonic()
            emit(
                "progress",
                done=self._evaluated,
                total=len(eval_dataloader),
                unit="steps",
                message="Evaluating",
            )

    def on_evaluate(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kw: Any
    ) -> None:
        self._watch.leave_out()
        if self.step == 0 and not self._training and self._evaluated:
            emit("progress", done=self._evaluated, total=self._evaluated, unit="steps", message="Evaluating")
        self._evaluated = 0
        if control.should_save and self._training:
            self._enter("saving", f"Saving checkpoint-{state.global_step}")
        else:
            self._resume_phase(state)

    def on_save(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kw: Any
    ) -> None:
        self._watch.leave_out()
        emit("save", step=state.global_step, path=f"checkpoint-{state.global_step}")
        self._resume_phase(state)

    def on_train_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kw: Any
    ) -> None:
        self._training = False
        if self.reason != "completed":
            args.do_eval = args.do_predict = False  # who asked to end does not wait for a last evaluation
        best = state.best_global_step if args.load_best_model_at_end else None
        # What is evaluated from here on is the model of another step: no point of the curve.
        self._restored = best is not None and best != state.global_step
        result = f"the best checkpoint, of step {best}" if self._restored else "the result"
        self._enter("saving", f"Saving {result}")

    def _act(
        self, request: Request, args: TrainingArguments, state: TrainerState, control: TrainerControl
    ) -> None:
        done = state.global_step >= state.max_steps
        if request.action == "save":
            control.should_save = True
        elif request.action == "evaluate" and (args.do_eval or args.eval_strategy != "no"):
            control.should_evaluate = True
        elif request.action == "evaluate":
            emit(
                "phase",
                phase="training",
                message="There is no evaluation data in this run, so nothing was evaluated",
            )
        else:
            control.should_training_stop = control.should_log = True
            if request.action == "pause":
                control.should_save = True
            if not done:
                self.reason = "paused" if request.action == "pause" else "stopped"
        emit("acted", id=request.id, action=request.action, step=state.global_step)

    def _requests(self, args: TrainingArguments) -> list[Request]:
        """With several processes the first one reads, and all act on what it read at the same step."""
        if not (
            torch.distributed.is_available() and torch.distributed.is_initialized() and args.world_size > 1
        ):
            return self._control.take()
        found = self._control.take() if args.process_index == 0 else []
        wanted = sum({1 << ACTIONS.index(request.action) for request in found})
        bits = torch.tensor([wanted], dtype=torch.int64, device=args.device)
        torch.distributed.broadcast(bits, src=0)
        if args.process_index == 0:
            return found
        return [Request("", action) for at, action in enumerate(ACTIONS) if int(bits.item()) >> at & 1]

    def _enter(self, phase: str, message: str) -> None:
        if (phase, message) != self._phase:
            self._phase = (phase, message)
            emit("phase", phase=phase, message=message)

    def _resume_phase(self, state: TrainerState) -> None:
        if self._training and state.global_step < state.max_steps:
            self._enter("training", "Training")

    @staticmethod
    def _batch(args: TrainingArguments) -> int:
        return args.train_batch_size * args.gradient_accumulation_steps * args.world_size

    @staticmethod
    def _tokens(state: TrainerState) -> int:
        return int(state.num_input_tokens_seen or 0)
