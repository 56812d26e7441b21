// Owns the two ways to add a dataset to a list of mappings: one of the studio's, or any path.
"use client";
import { Plus } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { purposeOf } from "@/client/datasets/fitness.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { Adding } from "./use-add-dataset.ts";
import type { StudioDatasets } from "./use-studio-datasets.ts";

type MappingAddProps = { studio: StudioDatasets; adding: Adding };

export function MappingAdd({ studio, adding }: MappingAddProps) {
  const t = useT("launch");
  const locale = useLocale();
  const [path, setPath] = useState("");
  const items = useMemo(
    () =>
      studio.all.map(({ entry, dir, own }) => ({
        value: `${dir}\n${entry.name}`,
        label: entry.name,
        group: own ? undefined : dir,
        hint:
          entry.problem ??
          [
            entry.rows === null ? null : t("data.rows", { rows: formatCount(entry.rows, locale) }),
            entry.formatting,
            t(`data.purpose.${purposeOf(entry)}`),
          ]
            .filter((part) => part !== null)
            .join(" · "),
        disabled: entry.problem !== null,
      })),
    [studio.all, t, locale],
  );
  const add = () => {
    if (path.trim() === "") return;
    adding.addPath(path.trim());
    setPath("");
  };
  return (
    <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
      <Field>
        <FieldLabel>{t("mapping.add")}</FieldLabel>
        <Combobox
          value={null}
          items={items}
          placeholder={t("mapping.addPlaceholder", { count: items.length })}
          emptyText={items.length === 0 ? t("data.none") : t("mapping.addEmpty")}
          onValueChange={(value) => {
            const chosen = studio.all.find(({ entry, dir }) => `${dir}\n${entry.name}` === value);
            if (chosen) void adding.add(chosen.entry.name, chosen.own ? null : chosen.dir);
          }}
        />
      </Field>
      <Field>
        <FieldLabel>{t("mapping.byPath")}</FieldLabel>
        <div className="flex gap-2">
          <Input
            mono
            className="min-w-0 flex-1"
            placeholder={t("mapping.pathPlaceholder")}
            autoComplete="off"
            spellCheck={false}
            value={path}
            onValueChange={setPath}
            onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && add()}
          />
          <Button onClick={add} disabled={path.trim() === ""}>
            <Plus aria-hidden />
            {t("mapping.addPath")}
          </Button>
        </div>
      </Field>
    </div>
  );
}
