// Owns the choice of the chat template and what is said about its fit to the model.
"use client";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { type TemplateNote, templateNote } from "@/client/launch/template-choice.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { useFinding, useLaunch } from "./launch-context.tsx";
import type { Models } from "./use-models.ts";

export function TemplateField({ models }: { models: Models }) {
  const t = useT("launch");
  const { engine, store } = useLaunch();
  const path = engine.roles.template;
  const finding = useFinding(path);
  const items = useMemo(
    () =>
      (models.catalog?.templates ?? []).map((template) => ({
        value: template.name,
        label: template.name,
        hint: [
          template.multimodal ? t("template.vision") : null,
          template.reasoning ? t("template.reasoning") : null,
        ]
          .filter((part) => part !== null)
          .join(" · "),
      })),
    [models.catalog, t],
  );
  const known = useMemo(
    () => new Set((models.catalog?.templates ?? []).map(({ name }) => name)),
    [models.catalog],
  );
  const note = templateNote(models.template, models.chosen, known);
  return (
    <Field id={fieldId(path)} invalid={isError(finding)} className="sm:col-span-2 xl:col-span-1">
      <FieldLabel
        help={t("template.help")}
        modified={note.kind === "differs"}
        onReset={() => store.set({ [path]: models.chosen?.template ?? undefined })}
      >
        {t("template.label")}
      </FieldLabel>
      <Combobox
        value={models.template ?? null}
        items={items}
        // Where a template may fall back on the tokenizer's, there are names beyond the list; checks know which.
        allowFreeText={models.catalog === null || models.generic !== null}
        placeholder={t("template.placeholder")}
        emptyText={t("template.empty")}
        onValueChange={(next) => store.set({ [path]: next })}
      />
      {note.kind === "base" && !isError(finding) ? null : <FindingLine finding={finding} />}
      <Note
        note={note}
        quiet={(finding && finding.problem.severity !== "info") || models.value === undefined}
        onUse={(template) => store.set({ [path]: template })}
      />
    </Field>
  );
}

type NoteProps = {
  note: TemplateNote /** Something else is said already, or there is nothing to say it of. */;
  quiet: boolean;
  onUse: (template: string) => void;
};

function Note({ note, quiet, onUse }: NoteProps) {
  const t = useT("launch");
  switch (note.kind) {
    case "none":
      return null;
    case "differs":
      return (
        <FieldHelp>
          {t("template.own", { name: note.own })} <Use template={note.own} onUse={onUse} />
        </FieldHelp>
      );
    case "base":
      return (
        <FieldHelp>
          {t("template.base")} {note.family ? <Use template={note.family} onUse={onUse} /> : null}
        </FieldHelp>
      );
    case "thinks":
    case "plain":
      return quiet ? null : (
        <FieldHelp>
          {t(`template.${note.kind}`, { name: note.twin })} <Use template={note.twin} onUse={onUse} />
        </FieldHelp>
      );
    case "automatic":
      return quiet ? null : <FieldHelp>{t("template.automatic")}</FieldHelp>;
  }
}

function Use({ template, onUse }: { template: string; onUse: (template: string) => void }) {
  const t = useT("launch");
  return (
    <button
      type="button"
      className="rounded-sm text-accent-text underline underline-offset-2"
      onClick={() => onUse(template)}
    >
      {t("template.use", { name: template })}
    </button>
  );
}
