// Owns the text side of an editor: YAML that follows the form, and takes what is typed or pasted, also the engine's own call.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { additionQueries } from "@/client/queries/additions.ts";
import { useSettled } from "@/client/use-settled.ts";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { ModelGroupDefinition, TemplateDefinition } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";

export type ReadAddition = {
  templates: readonly TemplateDefinition[];
  groups: readonly ModelGroupDefinition[];
  problems: readonly string[];
};

type DefinitionTextViewProps = {
  /** The definition as YAML, as long as nobody types. */
  text: string;
  onRead: (read: ReadAddition) => void;
  /** What is said of a text that was read: how much of it was taken. */
  note: (read: ReadAddition) => string | null;
};

export function DefinitionTextView({ text, onRead, note }: DefinitionTextViewProps) {
  const t = useT("templates");
  const textOf = useFailureText();
  const { engine } = useAdditions();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? text;
  const settled = useSettled(shown, 250);
  const asked = typed !== null && settled === typed && typed.trim() !== "";
  const answer = useQuery({ ...additionQueries.reading(engine.id, settled), enabled: asked });
  const read = asked ? answer.data : undefined;
  const take = useEffectEvent(onRead);

  // External system: the server, which reads what was typed; its answer goes to the form.
  useEffect(() => {
    if (read && read.templates.length + read.groups.length > 0) take(read);
  }, [read]);

  const said = read ? note(read) : null;
  return (
    <div className="flex flex-col gap-2">
      <p id="definition-text-help" className="text-muted text-xs">
        {t("editor.textHelp")}
      </p>
      <TextArea
        aria-label={t("editor.textLabel")}
        aria-describedby="definition-text-help"
        value={shown}
        onValueChange={setTyped}
        className="min-h-96"
      />
      <div role="status" className="flex min-h-5 flex-col gap-1 text-xs">
        {asked && answer.isFetching ? (
          <span className="flex items-center gap-1.5 text-muted">
            <Spinner />
            {t("editor.reading")}
          </span>
        ) : null}
        {said ? <span className="text-muted">{said}</span> : null}
        {read?.problems.map((problem) => (
          <span key={problem} className="text-danger">
            {problem}
          </span>
        ))}
      </div>
      {asked && answer.error ? <ErrorState {...textOf(answer.error)} /> : null}
    </div>
  );
}
