// Owns judging the course of a training: evaluation, checkpoints, logging, warmup.
import type { RunEstimate } from "../../../../contract/preview.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, listOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import type { Rule, Subject } from "./subject.ts";

/** `eval_strategy: no` without quotes is `no` here and false there; both mean never. */
const strategyOf = ({ doc }: Subject, key: string, otherwise: string) => textOf(doc, key) ?? otherwise;

const evaluation: Rule = (subject) => {
  const { doc, error, warning } = subject;
  const held = numberOf(doc, "val_size") ?? 0;
  const tests = listOf(doc, "eval_dataset").length > 0;
  const strategy = strategyOf(subject, "eval_strategy", "no");
  const evaluates =
    strategy !== "no" || ["do_eval", "do_predict", "predict_with_generate"].some((key) => flagOf(doc, key));
  const found: Problem[] = [];
  if (held > 1e-6 && tests)
    found.push(
      error(
        "val_size",
        "eval.two-sources",
        "`val_size` and `eval_dataset` exclude each other.",
        "Keep the one you want to measure on.",
      ),
    );
  if (evaluates && held <= 1e-6 && !tests) {
    const key =
      strategy === "no"
        ? (["do_eval", "do_predict", "predict_with_generate"].find((name) => flagOf(doc, name)) ?? "do_eval")
        : "eval_strategy";
    found.push(
      error(
        key,
        "eval.no-data",
        "An evaluation is asked for, but there is nothing to evaluate on.",
        "Set `val_size` (0.1 keeps back a tenth), or choose an `eval_dataset`.",
      ),
    );
  }
  if (!evaluates && (held > 1e-6 || tests))
    found.push(
      warning(
        held > 1e-6 ? "val_size" : "eval_dataset",
        "eval.unused",
        "Examples are kept back, but never evaluated on.",
        "Set `eval_strategy: steps`, or use all examples for learning.",
      ),
    );
  if (
    doc.get("stage") !== "rm" &&
    flagOf(doc, "do_predict") &&
    !flagOf(doc, "predict_with_generate") &&
    subject.stage === "sft"
  )
    found.push(
      error(
        "do_predict",
        "eval.predict",
        "Predictions of an sft model need `predict_with_generate: true`.",
        "Set it, or remove `do_predict`.",
      ),
    );
  if (flagOf(doc, "predict_with_generate") && flagOf(doc, "compute_accuracy"))
    found.push(
      error(
        "compute_accuracy",
        "eval.accuracy",
        "`compute_accuracy` and `predict_with_generate` measure in different ways; the engine takes one.",
        "Remove one of them.",
        { fix: { value: null } },
      ),
    );
  if (
    ["reduce_lr_on_plateau", "greedy"].includes(textOf(doc, "lr_scheduler_type") ?? "") &&
    strategy === "no"
  )
    found.push(
      error(
        "lr_scheduler_type",
        "eval.scheduler",
        `This schedule follows the evaluation loss, and there is no evaluation.`,
        "Set `eval_strategy`, or choose another schedule.",
      ),
    );
  if (
    numberOf(doc, "early_stopping_steps") !== null &&
    (strategy === "no" || !flagOf(doc, "load_best_model_at_end"))
  )
    found.push(
      error(
        "early_stopping_steps",
        "eval.early-stopping",
        "Stopping early needs an evaluation and a best model to keep.",
        "Set `eval_strategy` and `load_best_model_at_end: true`.",
      ),
    );
  return found;
};

const best: Rule = (subject) => {
  const { doc, error } = subject;
  const key = "load_best_model_at_end";
  if (flagOf(doc, key) && ["rm", "ppo"].includes(subject.stage))
    return [
      error(
        key,
        "best.stage",
        `The engine cannot keep the best model in the stage ${subject.stage}.`,
        "Remove it.",
        { params: { stage: subject.stage }, fix: { value: null } },
      ),
    ];
  const saves = strategyOf(subject, "save_strategy", "steps");
  if (!flagOf(doc, key) || saves === "best") return [];
  const evaluates = strategyOf(subject, "eval_strategy", "no");
  if (saves !== evaluates)
    return [
      error(
        key,
        "best.strategies",
        `The best model can only be kept when saving and evaluating go together; saving is ${saves}, evaluating ${evaluates}.`,
        "Set `eval_strategy` and `save_strategy` to the same.",
        { params: { saves, evaluates } },
      ),
    ];
  const save = numberOf(doc, "save_steps") ?? 500;
  const measure = numberOf(doc, "eval_steps") ?? numberOf(doc, "logging_steps") ?? 500;
  return saves !== "steps" || Math.abs(save / measure - Math.round(save / measure)) < 1e-9
    ? []
    : [
        error(
          key,
          "best.steps",
          `The best model can only be kept when \`save_steps\` (${save}) is a multiple of \`eval_steps\` (${measure}).`,
          "Change one of them.",
          { params: { save, measure } },
        ),
      ];
};

const steps: Rule = ({ doc, error, warning }) => {
  const found: Problem[] = [];
  if (numberOf(doc, "max_steps") === 0)
    found.push(
      error(
        "max_steps",
        "steps.zero",
        "`max_steps: 0` trains nothing.",
        "Give a number of steps, or -1 to let the epochs decide.",
        { fix: { value: -1 } },
      ),
    );
  if (numberOf(doc, "warmup_ratio") !== null && numberOf(doc, "warmup_steps") !== null)
    found.push(
      warning(
        "warmup_steps",
        "steps.two-warmups",
        "`warmup_ratio` is given too, and the engine then ignores `warmup_steps`.",
        "Keep one of them.",
      ),
    );
  for (const key of ["logging_steps", "eval_steps", "save_steps"]) {
    const value = numberOf(doc, key);
    if (value !== null && value > 1 && !Number.isInteger(value))
      found.push(
        error(
          key,
          "steps.fraction",
          `\`${key}\` is ${value}; above 1 it must be whole, below 1 it is a share of the run.`,
          "Round it.",
          { params: { key, value } },
        ),
      );
  }
  if (flagOf(doc, "save_only_model"))
    found.push(
      warning(
        "save_only_model",
        "save.only-model",
        "With `save_only_model` checkpoints lack what a resume needs: a paused or broken run could not go on exactly.",
        "Remove it if you may want to pause this run.",
      ),
    );
  return found;
};

/** What the planned number of steps makes of the intervals. */
export function intervalFindings({ doc, warning, info }: Subject, { totalSteps }: RunEstimate): Problem[] {
  if (totalSteps === null) return [];
  const found: Problem[] = [];
  const logging = numberOf(doc, "logging_steps") ?? 500;
  if (logging > totalSteps)
    found.push(
      warning(
        "logging_steps",
        "steps.no-points",
        `Progress is logged every ${logging} steps, but there are only ${totalSteps}: the loss curve will be empty.`,
        `Set \`logging_steps\` to ${Math.max(1, Math.floor(totalSteps / 50))}.`,
        { params: { logging, totalSteps } },
      ),
    );
  const saving = numberOf(doc, "save_steps") ?? 500;
  if (saving > totalSteps && (textOf(doc, "save_strategy") ?? "steps") === "steps")
    found.push(
      info(
        "save_steps",
        "save.only-at-end",
        `A checkpoint is saved every ${saving} steps, and there are ${totalSteps}: only the end is saved.`,
        undefined,
        { params: { saving, totalSteps } },
      ),
    );
  const measuring = numberOf(doc, "eval_steps");
  if (measuring !== null && measuring > totalSteps && textOf(doc, "eval_strategy") === "steps")
    found.push(
      warning(
        "eval_steps",
        "eval.never",
        `An evaluation is planned every ${measuring} steps, but there are only ${totalSteps}.`,
        "Make it smaller.",
        { params: { measuring, totalSteps } },
      ),
    );
  return found;
}

export const trainingRules: readonly Rule[] = [evaluation, best, steps];
