// Owns the comparison with the chat template that the chosen model brings itself.
import { Check, TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import type { Rendering } from "@/contract/template.ts";
import { numbered } from "./numbered.ts";
import { textDifference } from "./text-difference.ts";

export function OwnTemplate({ rendering, text }: { rendering: Rendering; text: string }) {
  const t = useT("templates");
  const { jinja, jinjaProblem } = rendering;
  const own = jinja?.text ?? "";
  const parts = useMemo(() => (own === text ? [] : textDifference(text, own)), [text, own]);
  if (!jinja && jinjaProblem === null) return null;
  return (
    <section aria-label={t("rendering.comparison")} className="flex flex-col gap-1.5 border-t pt-3">
      <h3 className="font-medium text-sm">{t("rendering.comparison")}</h3>
      {jinjaProblem === null ? null : <p className="text-muted text-sm">{jinjaProblem}</p>}
      {jinja?.same ? (
        <p className="flex items-center gap-1.5 text-sm text-success">
          <Check aria-hidden className="size-4" />
          {t("rendering.same")}
        </p>
      ) : null}
      {jinja && !jinja.same ? (
        <>
          <p className="flex items-start gap-1.5 text-sm text-warning">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t("rendering.differs")}
          </p>
          <pre className="wrap-anywhere whitespace-pre-wrap rounded-md border bg-background p-2.5 font-mono text-xs leading-5">
            {numbered(parts).map(({ item: { text: words, where }, number }) => {
              const Mark = where === "left" ? "del" : where === "right" ? "ins" : "span";
              return (
                <Mark
                  key={number}
                  className={cn(
                    where === "left" && "bg-danger-surface text-danger line-through",
                    where === "right" && "bg-success-surface text-success no-underline",
                  )}
                >
                  {where === "both" ? words : words.replace(/\n/g, "↵\n")}
                </Mark>
              );
            })}
          </pre>
        </>
      ) : null}
    </section>
  );
}
