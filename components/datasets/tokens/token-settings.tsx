// Owns the choice of model, template, cutoff and stage for the token view.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { modelOptions } from "@/client/launch/model-options.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { Card } from "@/components/ui/card.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { EncodeChoice } from "./use-encode-settings.ts";

const stages = ["sft", "pt", "rm", "dpo", "kto"] as const;

export function TokenSettings({ choice }: { choice: EncodeChoice }) {
  const t = useT("dataset");
  const { draft, engine, engines, choose, change, from } = choice;
  const models = useQuery(libraryQueries.models());
  const catalog = useQuery({ ...engineQueries.catalog(engine?.id ?? ""), enabled: engine !== null });
  const [cutoff, setCutoff] = useState<string | null>(null);
  const options = useMemo(
    () => modelOptions(catalog.data ?? null, models.data ?? []),
    [catalog.data, models.data],
  );
  const modelItems = useMemo(
    () =>
      options.map(({ value, name, group, place }) => ({
        value,
        label: name,
        hint: value,
        group: group ?? place,
      })),
    [options],
  );
  const templates = useMemo(
    () => (catalog.data?.templates ?? []).map(({ name }) => ({ value: name, label: name })),
    [catalog.data],
  );
  const setModel = (model: string) => {
    const template = options.find((each) => each.value === model)?.template;
    const follows = template && engine?.datasetForm === "names";
    change(follows ? { model, template } : { model });
  };
  return (
    <Card className="flex flex-col gap-3 p-3">
      {engines.length < 2 ? null : (
        <Segmented
          aria-label={t("tokens.engine")}
          value={engine?.id ?? ""}
          onValueChange={choose}
          items={engines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_8rem_9rem]">
        <Field>
          <FieldLabel>{t("tokens.model")}</FieldLabel>
          <Combobox value={draft?.model ?? ""} onValueChange={setModel} items={modelItems} allowFreeText />
        </Field>
        <Field>
          <FieldLabel>{t("tokens.template")}</FieldLabel>
          <Combobox
            value={draft?.template ?? ""}
            onValueChange={(template) => change({ template })}
            items={templates}
            allowFreeText
            mono
          />
        </Field>
        <Field>
          <FieldLabel>{t("tokens.cutoff")}</FieldLabel>
          <Input
            inputMode="numeric"
            autoComplete="off"
            className="tabular-nums"
            value={cutoff ?? String(draft?.cutoffLen ?? "")}
            onValueChange={setCutoff}
            onBlur={() => {
              const value = Number(cutoff);
              if (cutoff !== null && Number.isSafeInteger(value) && value > 0) change({ cutoffLen: value });
              setCutoff(null);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.currentTarget.blur();
            }}
          />
        </Field>
        <Field>
          <FieldLabel>{t("tokens.stage")}</FieldLabel>
          <Select
            aria-label={t("tokens.stage")}
            value={draft?.stage ?? "sft"}
            onValueChange={(stage) => change({ stage })}
            items={stages.map((value) => ({ value, label: t(`check.stages.${value}`) }))}
          />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <Checkbox
          checked={draft?.maskHistory ?? false}
          onCheckedChange={(maskHistory) => change({ maskHistory })}
        >
          {t("tokens.history")}
        </Checkbox>
        <Checkbox
          checked={draft?.trainOnPrompt ?? false}
          onCheckedChange={(trainOnPrompt) => change({ trainOnPrompt })}
        >
          {t("tokens.prompt")}
        </Checkbox>
        {from.kind === "person" || draft === null ? null : (
          <span className="text-faint text-xs">
            {from.kind === "run" ? t("tokens.fromRun", { name: from.name }) : t("tokens.fromDemo")}
          </span>
        )}
      </div>
    </Card>
  );
}
