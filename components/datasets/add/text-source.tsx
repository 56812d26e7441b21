// Owns pasting rows.
"use client";
import { type FormEvent, useId } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { LookProps } from "./path-source.tsx";

const MOST = 1_000_000;

export function TextSource({ value, onValue, onLook }: LookProps) {
  const t = useT("datasets");
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "") onLook(value);
  };
  return (
    <form onSubmit={submit} className="flex max-w-3xl flex-col gap-3">
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-medium text-sm">
          {t("adding.textLabel")}
        </label>
        <TextArea
          id={id}
          maxLength={MOST}
          value={value}
          onValueChange={onValue}
          placeholder={t("adding.textPlaceholder")}
          aria-describedby={`${id}-help`}
          className="field-sizing-fixed h-72"
        />
        <p id={`${id}-help`} className="text-muted text-xs">
          {t("adding.textHelp")}
        </p>
      </div>
      <Button type="submit" variant="primary" className="w-fit" disabled={value.trim() === ""}>
        {t("adding.look")}
      </Button>
    </form>
  );
}
