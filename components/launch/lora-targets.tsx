// Owns what stands under the field of adapter targets: which modules of the model it matches, and what was probably meant.
"use client";
import { CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { valueText } from "@/contract/config-document.ts";
import type { EngineModules } from "@/contract/engine-modules.ts";
import { useLaunch } from "./launch-context.tsx";
import { LoraTargetsList } from "./lora-targets-list.tsx";
import { useModules } from "./use-modules.ts";

export function LoraTargets({ path }: { path: string }) {
  const t = useT("launch");
  const state = useModules(path);
  if (state.status === "idle") return null;
  if (state.status === "looking")
    return (
      <p role="status" className="flex items-center gap-2 text-muted text-xs">
        <Spinner className="size-3.5" />
        {t("targets.looking")}
      </p>
    );
  return (
    <div
      role="status"
      aria-busy={state.old}
      data-state={state.answer.status}
      className="flex min-w-0 flex-col gap-1.5 text-xs"
    >
      <Answer path={path} answer={state.answer} />
      {state.old ? (
        <span className="flex items-center gap-2 text-faint">
          <Spinner className="size-3" />
          {t("targets.looking")}
        </span>
      ) : null}
    </div>
  );
}

function Answer({ path, answer }: { path: string; answer: EngineModules }) {
  const t = useT("launch");
  const words = useReasonWords();
  const { engine } = useLaunch();
  switch (answer.status) {
    case "matched":
      return <Matched path={path} answer={answer} />;
    case "bad-pattern": {
      const { message, at } = answer;
      return (
        <Wrong>
          {at === null
            ? t("targets.badPattern", { message })
            : t("targets.badPatternAt", { message, at: at + 1 })}
        </Wrong>
      );
    }
    case "endless":
      return <Wrong>{t("targets.endless", { seconds: answer.seconds })}</Wrong>;
    case "unknown-model":
      return <p className="text-faint">{t("targets.unknown", { message: answer.message })}</p>;
    case "unavailable":
      return (
        <p className="text-faint" title={words.unavailable(answer)}>
          {t("targets.unavailable", { name: engine.name })}
        </p>
      );
    case "nothing-to-match":
      return null;
  }
}

function Matched({ path, answer }: { path: string; answer: Extract<EngineModules, { status: "matched" }> }) {
  const t = useT("launch");
  const { engine, store } = useLaunch();
  const cleared = Object.fromEntries((engine.targets?.clears ?? []).map((key) => [key, undefined]));
  const { matched, linear, unfit, idle, usual, model, proposal } = answer;
  return (
    <>
      {matched === 0 ? <Wrong>{t("targets.none", { linear })}</Wrong> : <LoraTargetsList answer={answer} />}
      {unfit ? <Wrong>{t("targets.unfit", { count: unfit.count, name: unfit.first })}</Wrong> : null}
      {idle.length > 0 && matched > 0 ? (
        <p className="flex items-start gap-1 text-warning">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {t("targets.idle", { names: idle.join(", ") })}
        </p>
      ) : null}
      {proposal ? (
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Button size="sm" onClick={() => store.set({ ...cleared, [path]: proposal.value })}>
            {t("targets.use")}
          </Button>
          <code className="min-w-0 break-all font-mono">
            {typeof proposal.value === "string" ? proposal.value : valueText(proposal.value)}
          </code>
          <span className="text-muted">{t("targets.useHint", { matched: proposal.matched })}</span>
        </p>
      ) : null}
      {usual ? <p className="text-faint">{t("targets.usual", { model })}</p> : null}
    </>
  );
}

function Wrong({ children }: { children: ReactNode }) {
  return (
    <p className="flex min-w-0 items-start gap-1 text-danger">
      <CircleX aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
