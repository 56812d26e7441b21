// Owns the short words for where a model comes from and what it is.
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import type { LocalModel } from "@/contract/library.ts";

export function ModelBadges({ model }: { model: LocalModel }) {
  const t = useT("models");
  return (
    <span className="flex items-center gap-1">
      <Badge tone={model.kind === "adapter" ? "violet" : "neutral"}>{t(`kind.${model.kind}`)}</Badge>
      <Badge tone="outline">{t(`source.${model.source}`)}</Badge>
      {model.multimodal ? <Badge tone="info">{t("vision")}</Badge> : null}
    </span>
  );
}
