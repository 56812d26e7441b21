// Owns how the turns of a conversation name their role and text. Only formats with turns have tags.
"use client";
import { useId } from "react";
import { formattingOf, tagOf, tagRoles, withTag } from "@/client/datasets/definition.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Input } from "@/components/ui/input.tsx";
import type { DefinitionProps } from "./format-fields.tsx";

export function TagFields({ definition, onChange }: DefinitionProps) {
  const t = useT("datasets");
  const id = useId();
  if (formattingOf(definition) === "alpaca") return null;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1 font-medium text-sm">{t("confirm.tags")}</legend>
      <p className="text-muted text-xs">{t("confirm.tagsHelp")}</p>
      <div className="grid gap-x-3 gap-y-1.5 sm:grid-cols-2">
        {tagRoles.map((role) => (
          <div key={role} className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2">
            <label htmlFor={`${id}-${role}`} className="text-muted text-xs">
              {t(`confirm.tag.${role}`)}
            </label>
            <Input
              id={`${id}-${role}`}
              mono
              autoComplete="off"
              value={tagOf(definition, role) ?? ""}
              onValueChange={(value) => onChange(withTag(definition, role, value.trim()))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
