// Owns the one list of findings the page shows: the text's own errors, the fields' instant ones, the engine's last word.
import type { ConfigDocument } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";
import type { Problem } from "@/contract/problem.ts";
import { checkField, type FieldProblem } from "./field-check.ts";
import { readNumber } from "./number-text.ts";
import { sameValue } from "./same-value.ts";
import { readValue } from "./value-text.ts";

/** `field`: found here, in the words of the page. `engine`: told by the server. */
export type Finding = { problem: Problem; field?: { spec: FieldSpec; problem: FieldProblem } };

/** The server's answer and the document it was about. */
export type Answer = { doc: ConfigDocument; problems: readonly Problem[] };

const RANK = { error: 0, warning: 1, info: 2 } as const;

function local(spec: FieldSpec, problem: FieldProblem, line: number | null): Finding {
  const { fix } = problem;
  return {
    field: { spec, problem },
    problem: {
      path: spec.path,
      line,
      severity: "error",
      code: `field.${problem.code}`,
      message: "",
      ...(fix === undefined ? {} : { fix: { value: fix } }),
    },
  };
}

function draftProblem(spec: FieldSpec, draft: string | undefined): FieldProblem | null {
  if (draft === undefined) return null;
  const { control } = spec;
  if (control.type !== "number" && control.type !== "value") return null;
  const read = control.type === "number" ? readNumber(draft, control) : readValue(draft);
  return read.kind === "problem" ? read.problem : null;
}

/** Only errors that can be seen without asking: what is typed, and what a single key says. */
export function localFindings(
  doc: ConfigDocument,
  fields: readonly FieldSpec[],
  drafts: ReadonlyMap<string, string>,
): Finding[] {
  return fields.flatMap((spec) => {
    const problem = draftProblem(spec, drafts.get(spec.path)) ?? checkField(spec, doc.get(spec.path));
    return problem ? [local(spec, problem, doc.lineOf(spec.path))] : [];
  });
}

function stillTold(doc: ConfigDocument, { doc: asked, problems }: Answer): Problem[] {
  return problems
    .filter(({ path }) => path === "" || sameValue(doc.get(path), asked.get(path)))
    .map((problem) => (problem.path === "" ? problem : { ...problem, line: doc.lineOf(problem.path) }));
}

/**
 * While the text cannot be read, its syntax errors are all there is. Otherwise the server's findings on keys that have
 * not changed since it was asked, and ours on every key it says nothing about. Errors first, then by line.
 */
export function findings(
  doc: ConfigDocument,
  ours: readonly Finding[],
  answers: readonly Answer[],
): Finding[] {
  if (doc.problems.length > 0) return doc.problems.map((problem) => ({ problem }));
  const told = new Map(
    answers
      .flatMap((answer) => stillTold(doc, answer))
      .map((problem) => [`${problem.code} ${problem.path} ${problem.message}`, problem]),
  );
  const wrong = [...told.values()].filter(({ severity }) => severity === "error").map(({ path }) => path);
  const all: Finding[] = [
    ...ours.filter(({ problem }) => !wrong.includes(problem.path)),
    ...[...told.values()].map((problem) => ({ problem })),
  ];
  return all.sort(
    (a, b) =>
      RANK[a.problem.severity] - RANK[b.problem.severity] ||
      (a.problem.line ?? Number.MAX_SAFE_INTEGER) - (b.problem.line ?? Number.MAX_SAFE_INTEGER),
  );
}
