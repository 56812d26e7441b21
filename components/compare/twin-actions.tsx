// Owns what can be done with a translation: take it into New run, or start it, alone or with the first config.
"use client";
import { GitCompareArrows, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { comparison } from "@/client/compare/twin-address.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { keyFor, newStartKey } from "@/client/launch/start-key.ts";
import { handOver } from "@/client/launch/taken-text.ts";
import { useCreateRun } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { RunSpec } from "@/contract/run.ts";
import type { LocalText } from "@/contract/text.ts";

type TwinActionsProps = {
  spec: RunSpec;
  twin: RunSpec;
  runId: string | null;
  errors: number;
  /** Why the translation is no twin: it would train something else. */
  stopped: LocalText | null;
  engine: string;
};

export function TwinActions({ spec, twin, runId, errors, stopped, engine }: TwinActionsProps) {
  const t = useT("compare");
  const locale = useLocale();
  const textOf = useFailureText();
  const router = useRouter();
  const create = useCreateRun();
  const [keys] = useState(() => ({ first: newStartKey(), second: newStartKey() }));

  async function start() {
    try {
      const first = runId ?? (await create.mutateAsync({ spec, key: keyFor(keys.first, spec).key })).id;
      const wanted = { ...twin, twin: first };
      const second = await create.mutateAsync({ spec: wanted, key: keyFor(keys.second, wanted).key });
      router.push(comparison([first, second.id]));
    } catch (error) {
      const { what, why, todo } = textOf(error);
      toast.error(what, { description: [why, todo].filter(Boolean).join(" ") });
    }
  }

  function use() {
    const { engine: id, config, name, baseDir } = twin;
    const address = handOver({ engine: id, text: config, title: name, baseDir });
    if (address) router.push(address);
  }

  return (
    <>
      {stopped ? (
        <p className="max-w-96 text-warning text-xs">{t("twin.stopped", { why: stopped[locale] })}</p>
      ) : errors > 0 ? (
        <p className="max-w-72 text-warning text-xs">{t("twin.unsure", { count: errors, engine })}</p>
      ) : null}
      <Button onClick={use}>
        <Pencil aria-hidden />
        {t("twin.use")}
      </Button>
      <Tooltip content={t("twin.startHint")}>
        <Button
          variant="primary"
          busy={create.isPending}
          disabled={stopped !== null || errors > 0}
          onClick={() => void start()}
        >
          <GitCompareArrows aria-hidden />
          {t(runId === null ? "twin.startBoth" : "twin.start")}
        </Button>
      </Tooltip>
    </>
  );
}
