// Owns joining what the page sees itself and what the server said into the findings of the moment.
"use client";
import { useMemo } from "react";
import type { ConfigState } from "@/client/launch/config-store.ts";
import { isVisible } from "@/client/launch/field-view.ts";
import { type Answer, type Finding, findings, localFindings } from "@/client/launch/findings.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preview } from "./use-preview.ts";

export function useFindings(
  engine: EngineDescription,
  config: ConfigState,
  preview: Preview,
  refused: Answer | null,
): readonly Finding[] {
  const { answer } = preview;
  return useMemo(() => {
    const { doc, drafts } = config;
    const fields = engine.fields.filter(
      (field) => doc.get(field.path) !== undefined || isVisible(field, doc, engine),
    );
    const answers = [
      ...(answer ? [{ doc: answer.doc, problems: answer.preview.problems }] : []),
      ...(refused ? [refused] : []),
    ];
    return findings(doc, localFindings(doc, fields, drafts), answers);
  }, [engine, config, answer, refused]);
}
