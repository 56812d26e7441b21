// Owns joining what the page sees itself and what the server said into the findings of the moment.
"use client";
import { useMemo } from "react";
import type { ConfigState } from "@/client/launch/config-store.ts";
import { isVisible } from "@/client/launch/field-view.ts";
import { type Answer, type Finding, findings, localFindings } from "@/client/launch/findings.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preview } from "./use-preview.ts";

export type Findings = {
  shown: readonly Finding[];
  /** How many of them forbid a start. A refused start is told, but may be tried again: a disk may be free by now. */
  blocking: number;
};

export function useFindings(
  engine: EngineDescription,
  config: ConfigState,
  preview: Preview,
  refused: Answer | null,
): Findings {
  const { answer } = preview;
  return useMemo(() => {
    const { doc, drafts } = config;
    const fields = engine.fields.filter(
      (field) => doc.get(field.path) !== undefined || isVisible(field, doc, engine),
    );
    const ours = localFindings(doc, fields, drafts);
    const checked = answer ? [{ doc: answer.doc, problems: answer.preview.problems }] : [];
    const told = refused !== null && refused.doc.text === doc.text ? [...checked, refused] : checked;
    const known = findings(doc, ours, checked);
    return {
      shown: findings(doc, ours, told),
      blocking: known.filter(({ problem }) => problem.severity === "error").length,
    };
  }, [engine, config, answer, refused]);
}
