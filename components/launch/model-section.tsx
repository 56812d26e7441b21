// Owns the choice of the model: group, model of the list or a path, and the template that goes with it.
"use client";
import { LayoutList } from "lucide-react";
import { memo, useEffect, useMemo, useState } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { groupFirst, type ModelOption } from "@/client/launch/model-options.ts";
import { rememberModel } from "@/client/launch/recent-models.ts";
import { templateMove } from "@/client/launch/template-choice.ts";
import { Button } from "@/components/ui/button.tsx";
import { Combobox } from "@/components/ui/combobox.tsx";
import type { ComboboxItem } from "@/components/ui/combobox-items.ts";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { useFinding, useLaunch } from "./launch-context.tsx";
import { Lazily } from "./lazily.tsx";
import { modelWindow } from "./lazy-windows.ts";
import { ModelFacts, modelHint } from "./model-facts.tsx";
import { Section } from "./section.tsx";
import { TemplateField } from "./template-field.tsx";
import { useModels } from "./use-models.ts";

const ALL = "*";

/** Redrawn only when what all parts share is. */
export const ModelSection = memo(function ModelSection() {
  const t = useT("launch");
  const locale = useLocale();
  const launch = useLaunch();
  const { engine, store } = launch;
  const models = useModels(launch);
  const { model: modelKey, template: templateKey } = engine.roles;
  const finding = useFinding(modelKey);
  const [picked, setPicked] = useState<string | null>(null);
  const group = picked ?? models.chosen?.group ?? null;

  const groups = useMemo(
    (): ComboboxItem[] => [
      { value: ALL, label: t("model.allGroups") },
      ...(models.catalog?.groups ?? []).map(({ id, models: members }) => ({
        value: id,
        label: id,
        hint: t("model.groupSize", { count: members.length }),
      })),
    ],
    [models.catalog, t],
  );
  const items = useMemo(() => {
    const heading = (option: ModelOption) =>
      option.group ?? (option.place === "catalog" ? "" : t(`model.${option.place}`));
    return groupFirst(models.options, group).map((option) => ({
      value: option.value,
      label: option.name,
      hint: modelHint(option, t, locale),
      group: heading(option),
    }));
  }, [models.options, group, t, locale]);

  const [browsing, setBrowsing] = useState(false);
  // External system: the browser's idle time, in which the list of models gets ready to open at once.
  useEffect(() => {
    const timer = setTimeout(modelWindow.preload, 2000);
    return () => clearTimeout(timer);
  }, []);
  const choose = (value: string) => {
    const move = templateMove(models.template, models.chosen, models.find(value), models.generic);
    store.set({ [modelKey]: value, ...(move.move === "set" ? { [templateKey]: move.template } : {}) });
    setPicked(null);
    rememberModel(value);
  };

  return (
    <Section
      title={t("section.model")}
      help={t("section.modelHelp")}
      aside={
        <Button
          size="sm"
          onPointerEnter={modelWindow.preload}
          onFocus={modelWindow.preload}
          onClick={() => setBrowsing(true)}
        >
          <LayoutList aria-hidden />
          {t("browser.open")}
        </Button>
      }
    >
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)]">
        <Field>
          <FieldLabel help={t("model.groupHelp")}>{t("model.group")}</FieldLabel>
          <Combobox
            value={group ?? ALL}
            items={groups}
            disabled={models.catalog === null}
            onValueChange={(next) => {
              setPicked(next === ALL ? null : next);
              // The next thing to do is to choose a model of the group: its list opens.
              const input = document.getElementById(fieldId(modelKey))?.querySelector("input");
              input?.focus();
              input?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
            }}
          />
        </Field>
        <Field id={fieldId(modelKey)} invalid={isError(finding)}>
          <FieldLabel help={t("model.modelHelp")}>{t("model.model")}</FieldLabel>
          <Combobox
            value={models.chosen?.value ?? models.value ?? null}
            items={items}
            allowFreeText
            placeholder={t("model.placeholder", { count: items.length })}
            emptyText={t("model.empty")}
            onValueChange={choose}
          />
          <FindingLine finding={finding} />
        </Field>
        <TemplateField models={models} />
      </div>
      <ModelFacts value={models.value} chosen={models.chosen} />
      <Lazily code={modelWindow} open={browsing}>
        {(ModelBrowser) => (
          <ModelBrowser
            open={browsing}
            models={models}
            onChoose={choose}
            onClose={() => setBrowsing(false)}
          />
        )}
      </Lazily>
      {models.catalog === null ? <p className="text-muted text-xs">{t("model.noCatalog")}</p> : null}
    </Section>
  );
});
