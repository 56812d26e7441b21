// Owns the choice of the chat template and what is said about its fit to the model.
"use client";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { templateNote } from "@/client/launch/template-choice.ts";
import { Button } from "@/components/ui/button.tsx";
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
  return (
    <Field id={fieldId(path)} invalid={isError(finding)} className="sm:col-span-2 xl:col-span-1">
      <FieldLabel
        help={t("template.help")}
        modified={models.template !== undefined && models.template !== (models.chosen?.template ?? undefined)}
        onReset={() => store.set({ [path]: models.chosen?.template ?? undefined })}
      >
        {t("template.label")}
      </FieldLabel>
      <Combobox
        value={models.template ?? null}
        items={items}
        allowFreeText={models.catalog === null}
        placeholder={t("template.placeholder")}
        emptyText={t("template.empty")}
        onValueChange={(next) => store.set({ [path]: next })}
      />
      <FindingLine finding={finding} />
      <Note models={models} onUse={(template) => store.set({ [path]: template })} />
    </Field>
  );
}

function Note({ models, onUse }: { models: Models; onUse: (template: string) => void }) {
  const t = useT("launch");
  const note = templateNote(models.template, models.chosen);
  switch (note.kind) {
    case "none":
      return null;
    case "differs":
      return (
        <FieldHelp className="flex flex-wrap items-center gap-x-2">
          {t("template.own", { name: note.own })}
          <Button
            variant="ghost"
            size="sm"
            className="-ml-2 text-accent-text"
            onClick={() => onUse(note.own)}
          >
            {t("template.use", { name: note.own })}
          </Button>
        </FieldHelp>
      );
    case "base":
      return <FieldHelp>{t("template.base")}</FieldHelp>;
    case "automatic":
      return models.value === undefined ? null : <FieldHelp>{t("template.automatic")}</FieldHelp>;
  }
}
