// Owns what is said of a model: size, what it can take, where it comes from.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import type { Locale } from "@/client/i18n/locale.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { ModelOption } from "@/client/launch/model-options.ts";
import { Badge } from "@/components/ui/badge.tsx";

type T = ReturnType<typeof useT<"launch">>;

/** Names of the hub tell the size themselves. */
export function modelHint(option: ModelOption, t: T, locale: Locale): string {
  return [
    option.parameters === null ? null : formatCount(option.parameters, locale),
    option.multimodal ? t("model.vision") : null,
    option.base ? t("model.base") : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

export type ModelFactsProps = { value: string | undefined; chosen: ModelOption | undefined };

export function ModelFacts({ value, chosen }: ModelFactsProps) {
  const t = useT("launch");
  const locale = useLocale();
  if (!chosen) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
      <span className="min-w-0 break-all font-mono text-foreground">{value}</span>
      <Badge tone="outline">{chosen.place === "catalog" ? t("model.fromHub") : t("model.onDisk")}</Badge>
      {chosen.parameters ? (
        <span className="tabular-nums">
          {t("model.parameters", { count: formatCount(chosen.parameters, locale) })}
        </span>
      ) : chosen.size ? (
        <span className="tabular-nums">{t("model.parameters", { count: chosen.size })}</span>
      ) : null}
      {chosen.bytes ? <span className="tabular-nums">{formatBytes(chosen.bytes)}</span> : null}
      {chosen.multimodal ? <Badge tone="info">{t("model.vision")}</Badge> : null}
    </div>
  );
}
