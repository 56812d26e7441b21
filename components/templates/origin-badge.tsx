// Owns the word for where a template, a group or a plugin comes from.
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import type { AdditionOrigin } from "@/contract/template.ts";

const tones = { engine: "outline", example: "neutral", user: "accent" } as const;

export function OriginBadge({ origin }: { origin: AdditionOrigin }) {
  const t = useT("templates");
  return <Badge tone={tones[origin]}>{t(`origin.${origin}`)}</Badge>;
}
