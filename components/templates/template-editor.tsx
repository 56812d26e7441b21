// Owns adding and changing a template: form and text of one definition, with its rendering beside.
"use client";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { useSaveTemplate } from "@/client/queries/additions.ts";
import { toast } from "@/components/ui/toaster.tsx";
import { checkTemplate } from "@/contract/addition-check.ts";
import { templateText } from "@/contract/addition-text.ts";
import type { TemplateDefinition } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { type LibraryView, libraryHref } from "./address.ts";
import { DefinitionTextView } from "./definition-text-view.tsx";
import { freeName } from "./definition-view.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { LiveRendering } from "./live-rendering.tsx";
import { TemplateFields } from "./template-fields.tsx";

const blank: TemplateDefinition = {
  name: "",
  format_user: ["{{content}}"],
  format_assistant: ["{{content}}", { eos_token: null }],
};

export function TemplateEditor({ view }: { view: Extract<LibraryView, { kind: "new" | "edit" }> }) {
  const t = useT("templates");
  const router = useRouter();
  const { engine, additions } = useAdditions();
  const save = useSaveTemplate(engine.id);
  const named = (name: string | null) =>
    additions.templates.find(({ definition }) => definition.name === name);
  const taken = additions.templates.map(({ definition }) => definition.name);
  const [before] = useState(() => (view.kind === "edit" ? named(view.name) : undefined));
  const [value, setValue] = useState<TemplateDefinition>(() => {
    if (view.kind === "edit") return before?.definition ?? { ...blank, name: view.name };
    const start = named(view.from)?.definition;
    return start ? { ...start, name: freeName(`${start.name}-own`, taken) } : blank;
  });
  const problems = checkTemplate(value, additions, before?.file ?? null);
  // What it is called changes nothing of how it writes.
  const shown = useMemo(() => ({ ...value, name: "preview" }), [value]);
  const isTaken = problems.some(({ code }) => code === "name-taken");
  const free = freeName(`${value.name}-own`, taken);
  const [revision, setRevision] = useState(0);
  const rename = (name: string) => {
    setValue({ ...value, name });
    setRevision(revision + 1);
  };

  return (
    <EditorFrame
      tab="templates"
      title={before ? t("editor.editTemplate", { name: before.definition.name }) : t("editor.newTemplate")}
      problems={problems}
      suggestion={isTaken ? { label: t("editor.useName", { name: free }), use: () => rename(free) } : null}
      saving={{
        isPending: save.isPending,
        error: save.error,
        save: () =>
          save.mutate(
            { name: before?.definition.name ?? value.name, definition: value },
            {
              onSuccess: ({ definition }) => {
                toast.success(t("saved", { name: definition.name }));
                router.push(libraryHref("templates", { kind: "show", name: definition.name }));
              },
            },
          ),
      }}
      form={<TemplateFields value={value} problems={problems} onValue={setValue} />}
      text={
        <DefinitionTextView
          key={revision}
          text={templateText(value)}
          onRead={({ templates: [first] }) => first && setValue(first)}
          note={({ templates, groups }) =>
            templates.length > 1
              ? t("editor.several", { count: templates.length })
              : groups.length > 0
                ? t("editor.otherGroups", { count: groups.length })
                : null
          }
        />
      }
      beside={
        <LiveRendering
          template={shown}
          definition={value}
          asks={problems.every(({ code }) => code.startsWith("name-") || code.startsWith("plugin-"))}
        />
      }
    />
  );
}
