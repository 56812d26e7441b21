// Owns naming a file or folder that is already on the server.
"use client";
import type { FormEvent } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";

export type LookProps = { value: string; onValue: (value: string) => void; onLook: (value: string) => void };

export function PathSource({ value, onValue, onLook }: LookProps) {
  const t = useT("datasets");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "") onLook(value.trim());
  };
  return (
    <form onSubmit={submit} className="flex max-w-2xl flex-col gap-3">
      <Field>
        <FieldLabel>{t("adding.pathLabel")}</FieldLabel>
        <Input
          mono
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={value}
          onValueChange={onValue}
          placeholder="/data/poems.jsonl"
        />
        <FieldHelp>{t("adding.pathHelp")}</FieldHelp>
      </Field>
      <Button type="submit" variant="primary" className="w-fit" disabled={value.trim() === ""}>
        {t("adding.look")}
      </Button>
    </form>
  );
}
