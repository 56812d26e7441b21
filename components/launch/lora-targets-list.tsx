// Owns the counts of matched modules: by part of the model at a glance, by kind with an example when opened.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import type { EngineModules } from "@/contract/engine-modules.ts";

export function LoraTargetsList({ answer }: { answer: Extract<EngineModules, { status: "matched" }> }) {
  const t = useT("launch");
  const { matched, linear, parts, groups } = answer;
  return (
    <>
      <p className="tabular-nums">{t("targets.matched", { matched, linear })}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 tabular-nums">
        {parts.map((part) => (
          <div key={part.part} className="contents">
            <dt className="text-muted">{t(`targets.part.${part.part}`)}</dt>
            <dd className={part.matched === 0 ? "text-faint" : undefined}>
              {part.matched === 0
                ? t("targets.frozen")
                : t("targets.partCount", { matched: part.matched, linear: part.linear })}
            </dd>
          </div>
        ))}
      </dl>
      <details className="min-w-0">
        <summary className="w-fit cursor-pointer rounded-sm text-muted">{t("targets.more")}</summary>
        <ul className="mt-1 flex min-w-0 flex-col gap-0.5">
          {groups.map(({ part, kind, count, first }) => (
            <li key={`${part} ${kind}`} className="flex min-w-0 flex-wrap gap-x-2">
              <code className="font-mono tabular-nums">{t("targets.group", { kind, count })}</code>
              <span className="min-w-0 break-all font-mono text-faint">{first}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
