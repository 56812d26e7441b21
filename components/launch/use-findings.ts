// Owns joining what the page sees itself and what the server said into the findings of the moment.
"use client";
import { useMemo } from "react";
import type { ArgumentRow } from "@/client/launch/argument-rows.ts";
import type { ConfigState } from "@/client/launch/config-store.ts";
import { type Answer, type Finding, findings, localFindings } from "@/client/launch/findings.ts";
import type { Preview } from "./use-preview.ts";
import type { Verdict } from "./use-verdict.ts";

export type Findings = {
  shown: readonly Finding[];
  /** How many of them forbid a start. A refused start is told, but may be tried again: a disk may be free by now. */
  blocking: number;
};

export function useFindings(
  rows: readonly ArgumentRow[],
  config: ConfigState,
  preview: Preview,
  refused: Answer | null,
): Findings {
  const { answer } = preview;
  return useMemo(() => {
    const { doc, drafts } = config;
    const fields = rows
      // What else a text of the engine's may be, only the engine's side knows.
      .filter(({ spec, curated }) => curated || spec.control.type !== "text")
      .filter(({ spec }) => doc.get(spec.path) !== undefined || drafts.has(spec.path))
      .map(({ spec }) => spec);
    const ours = localFindings(doc, fields, drafts);
    const checked = answer ? [{ doc: answer.doc, problems: answer.preview.problems }] : [];
    const told = refused !== null && refused.doc.text === doc.text ? [...checked, refused] : checked;
    const known = findings(doc, ours, checked);
    return {
      shown: findings(doc, ours, told),
      blocking: known.filter(({ problem }) => problem.severity === "error").length,
    };
  }, [rows, config, answer, refused]);
}

/** The engine's refusal of this very text joins the others, and forbids a start like them. */
export function useWithVerdict(own: Findings, config: ConfigState, verdict: Verdict): Findings {
  return useMemo(() => {
    if (verdict.status !== "told" || verdict.doc.text !== config.text) return own;
    const said = verdict.verdict;
    const told = said.status === "refused" ? [said.problem] : said.status === "accepted" ? said.remarks : [];
    if (!told || told.length === 0) return own;
    const lined = told.map((problem) => ({
      problem: {
        ...problem,
        line: problem.line ?? (problem.path === "" ? null : config.doc.lineOf(problem.path)),
      },
    }));
    return { shown: [...lined, ...own.shown], blocking: own.blocking + (said.status === "refused" ? 1 : 0) };
  }, [own, config, verdict]);
}
