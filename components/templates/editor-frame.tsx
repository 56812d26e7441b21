// Owns the frame of both editors: head with saving, the choice between form and text, problems, what stands beside.
"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { AdditionProblem } from "@/contract/addition-check.ts";
import { libraryHref } from "./address.ts";
import { useProblemWords } from "./problem-words.ts";

type EditorFrameProps = {
  tab: "groups" | "templates";
  title: string;
  problems: readonly AdditionProblem[];
  /** Another name, where the one chosen is taken. */
  suggestion: { label: string; use: () => void } | null;
  saving: { isPending: boolean; error: Error | null; save: () => void };
  form: ReactNode;
  text: ReactNode;
  beside?: ReactNode;
};

type Side = "form" | "text";

export function EditorFrame(props: EditorFrameProps) {
  const { tab, title, problems, suggestion, saving, form, text, beside } = props;
  const t = useT("templates");
  const common = useT("common");
  const router = useRouter();
  const words = useProblemWords();
  const textOf = useFailureText();
  const [side, setSide] = useState<Side>("form");
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <Button onClick={() => router.push(libraryHref(tab))}>{common("cancel")}</Button>
            <Button
              variant="primary"
              busy={saving.isPending}
              disabled={problems.length > 0}
              onClick={saving.save}
            >
              {t("save")}
            </Button>
          </>
        }
      />
      <div className="grid items-start gap-4 p-4 md:px-6 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <Segmented
            aria-label={t("editor.view")}
            value={side}
            onValueChange={setSide}
            items={[
              { value: "form", label: t("editor.form") },
              { value: "text", label: t("editor.text") },
            ]}
          />
          {side === "form" ? form : text}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:sticky xl:top-20">
          {saving.error ? <ErrorState {...textOf(saving.error)} /> : null}
          {problems.length > 0 ? (
            <section aria-label={t("editor.problems")} className="rounded-lg border p-3">
              <h2 className="font-medium text-sm">{t("editor.problems")}</h2>
              <ul className="mt-1 flex list-disc flex-col gap-1 pl-4 text-danger text-sm">
                {problems.map((problem) => (
                  <li key={JSON.stringify(problem)}>{words(problem)}</li>
                ))}
              </ul>
              {suggestion ? (
                <Button size="sm" className="mt-2" onClick={suggestion.use}>
                  {suggestion.label}
                </Button>
              ) : null}
            </section>
          ) : null}
          {beside}
        </div>
      </div>
    </>
  );
}
