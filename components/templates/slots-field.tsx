// Owns one part of a template in the form: its pieces in order, each text or a token.
"use client";
import { Plus, X } from "lucide-react";
import { useId } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { TemplateSlot } from "@/contract/template.ts";
import { EscapedInput } from "./escaped-input.tsx";
import { numbered } from "./numbered.ts";
import { PartFrame } from "./part-frame.tsx";
import type { SlotKey } from "./template-form.ts";

const kinds = ["text", "bos_token", "eos_token", "token"] as const;
type SlotKind = (typeof kinds)[number];

function kindOf(slot: TemplateSlot): SlotKind {
  if (typeof slot === "string") return "text";
  return kinds.find((kind) => kind in slot) ?? "token";
}

function slotOf(kind: SlotKind, before: TemplateSlot): TemplateSlot {
  const word = typeof before === "string" ? before : "token" in before ? before.token : "";
  if (kind === "text") return word;
  if (kind === "token") return { token: word };
  return kind === "bos_token" ? { bos_token: null } : { eos_token: null };
}

type SlotsFieldProps = {
  part: SlotKey;
  slots: readonly TemplateSlot[];
  problem: string | null;
  onSlots: (slots: TemplateSlot[]) => void;
};

export function SlotsField({ part, slots, problem, onSlots }: SlotsFieldProps) {
  const t = useT("templates");
  const problemId = useId();
  const name = t(`field.${part}`);
  const set = (number: number, slot: TemplateSlot) =>
    onSlots(slots.map((each, at) => (at === number - 1 ? slot : each)));
  return (
    <PartFrame name={name} help={t(`fieldHelp.${part}`)} problem={problem} problemId={problemId}>
      {numbered(slots).map(({ item, number }) => (
        <div key={number} className="flex flex-wrap items-center gap-1.5 sm:flex-nowrap">
          <Select
            aria-label={t("slot.kind", { number, part: name })}
            className="w-32 shrink-0"
            value={kindOf(item)}
            onValueChange={(kind) => set(number, slotOf(kind, item))}
            items={kinds.map((kind) => ({ value: kind, label: t(`slot.${kind}`) }))}
          />
          <SlotValue
            label={t("slot.value", { number, part: name })}
            slot={item}
            problemId={problem === null ? undefined : problemId}
            onSlot={(slot) => set(number, slot)}
          />
          <Tooltip content={t("slot.remove", { number, part: name })}>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("slot.remove", { number, part: name })}
              onClick={() => onSlots(slots.filter((_, at) => at !== number - 1))}
            >
              <X aria-hidden />
            </Button>
          </Tooltip>
        </div>
      ))}
      <Button
        size="sm"
        variant="ghost"
        className="w-fit"
        aria-label={t("slot.addTo", { part: name })}
        onClick={() =>
          onSlots([
            ...slots,
            slots.length > 0 ? "" : part === "format_prefix" ? { bos_token: null } : "{{content}}",
          ])
        }
      >
        <Plus aria-hidden />
        {t("slot.add")}
        {slots.length === 0 ? <span className="font-normal text-faint">{t("slot.default")}</span> : null}
      </Button>
    </PartFrame>
  );
}

type SlotValueProps = {
  label: string;
  slot: TemplateSlot;
  problemId: string | undefined;
  onSlot: (slot: TemplateSlot) => void;
};

function SlotValue({ label, slot, problemId, onSlot }: SlotValueProps) {
  const told = {
    "aria-label": label,
    "aria-describedby": problemId,
    "aria-invalid": problemId !== undefined,
  };
  if (typeof slot === "string")
    return <EscapedInput {...told} value={slot} onValueChange={onSlot} className="min-w-0 flex-1" />;
  if (!("token" in slot)) return <span className="flex-1" />;
  return (
    <Input
      mono
      {...told}
      value={slot.token}
      placeholder="<|token|>"
      onValueChange={(token) => onSlot({ token })}
      className="min-w-0 flex-1"
    />
  );
}
