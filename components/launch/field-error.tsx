// Owns what a field says about its finding: an error in the error's place, a warning as a line below.
"use client";
import { TriangleAlert } from "lucide-react";
import type { Finding } from "@/client/launch/findings.ts";
import { FieldError, FieldHelp } from "@/components/ui/field.tsx";
import { useFindingText } from "./finding-text.ts";
import { InlineCode } from "./inline-code.tsx";

export function isError(finding: Finding | undefined): boolean {
  return finding?.problem.severity === "error";
}

export function FindingLine({ finding }: { finding: Finding | undefined }) {
  const textOf = useFindingText();
  // What is merely good to know stands among the checks.
  if (!finding || finding.problem.severity === "info") return null;
  const { message } = textOf(finding);
  if (isError(finding))
    return (
      <FieldError>
        <InlineCode text={message} />
      </FieldError>
    );
  return (
    <FieldHelp className="flex items-start gap-1 text-warning">
      <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0">
        <InlineCode text={message} />
      </span>
    </FieldHelp>
  );
}
