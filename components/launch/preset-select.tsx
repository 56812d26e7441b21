// Owns the choice of what to start from. Another preset is another address, with a draft of its own.
"use client";
import { useRouter } from "next/navigation";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { LaunchSource } from "@/client/launch/source.ts";
import { Select } from "@/components/ui/select.tsx";
import type { Preset } from "@/contract/library.ts";

export type PresetSelectProps = { presets: readonly Preset[]; source: LaunchSource };

export function PresetSelect({ presets, source }: PresetSelectProps) {
  const t = useT("launch");
  const locale = useLocale();
  const router = useRouter();
  const placeholder = source.title ? t("preset.copyOf", { name: source.title }) : t("preset.ofModel");
  return (
    <Select
      aria-label={t("preset.label")}
      className="w-80 max-w-full"
      value={source.preset}
      placeholder={placeholder}
      items={presets.map((preset) => ({
        value: preset.id,
        label: preset.title[locale],
        hint: preset.description[locale],
      }))}
      onValueChange={(id) => router.replace(`/new/?preset=${encodeURIComponent(id)}`)}
    />
  );
}
