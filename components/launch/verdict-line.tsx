// Owns the line that says what the engine's own parser makes of the config, here and on another GPU.
"use client";
import { CircleCheck, CircleSlash, CircleX } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Verdict } from "./use-verdict.ts";
import { VerdictElsewhere } from "./verdict-elsewhere.tsx";

export function VerdictLine({ verdict, engine }: { verdict: Verdict; engine: EngineDescription }) {
  return (
    <>
      <Here verdict={verdict} engine={engine} />
      {engine.judgesFor && engine.judgesFor.length > 0 ? <VerdictElsewhere gpus={engine.judgesFor} /> : null}
    </>
  );
}

function Here({ verdict, engine }: { verdict: Verdict; engine: EngineDescription }) {
  const t = useT("launch");
  const words = useReasonWords();
  const { name } = engine;
  if (verdict.status === "idle") return null;
  if (verdict.status === "asking")
    return (
      <p role="status" data-state="asking" className="flex items-center gap-2 text-muted text-xs">
        <Spinner className="size-4" />
        {verdict.starting ? t("verdict.starting", { name }) : t("verdict.asking", { name })}
      </p>
    );
  const { verdict: said } = verdict;
  switch (said.status) {
    case "accepted":
      return (
        <p role="status" data-state="accepted" className="flex items-center gap-2">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          <span className="min-w-0">
            {t("verdict.accepted", { name })}{" "}
            <span className="text-faint text-xs tabular-nums">
              {t("verdict.ms", { ms: Math.round(said.ms) })}
            </span>
          </span>
        </p>
      );
    case "refused":
      return (
        <p role="status" data-state="refused" className="flex items-center gap-2">
          <CircleX aria-hidden className="size-4 shrink-0 text-danger" />
          {t("verdict.refused", { name })}
        </p>
      );
    case "unavailable":
      return (
        <p
          role="status"
          data-state="unavailable"
          title={words.unavailable(said)}
          className="flex items-center gap-2 text-faint text-xs"
        >
          <CircleSlash aria-hidden className="size-4 shrink-0" />
          {t("verdict.unavailable", { name })}
        </p>
      );
  }
}
