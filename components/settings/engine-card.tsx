// Owns one engine: name, health, versions, and the actions that its health allows.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useCheckEngine, useInstallEngine } from "@/client/queries/engines.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { EngineDescription, EngineHealth } from "@/contract/engine.ts";
import { isFinal } from "@/contract/run-status.ts";
import { EngineHealthDetails } from "./engine-health.tsx";
import { SetupFailure, SetupUnderWay } from "./engine-setup.tsx";

const tones: Record<EngineHealth["status"], BadgeTone> = {
  ready: "success",
  missing: "neutral",
  installing: "accent",
  broken: "danger",
};

export function EngineCard({ engine }: { engine: EngineDescription }) {
  const t = useT("settings");
  const textOf = useFailureText();
  const install = useInstallEngine();
  const check = useCheckEngine();
  const [asking, setAsking] = useState(false);
  const { name, health } = engine;
  const { data: setup } = useQuery({
    ...runQueries.list({ archived: false }),
    select: (runs) => runs.find((run) => run.kind === "setup" && run.engine === engine.id),
  });
  const installing = health.status === "installing" || (setup !== undefined && !isFinal(setup.state));
  const status = installing ? "installing" : health.status;

  const tell = (error: unknown) => toast.error(textOf(error).what, { description: textOf(error).todo });
  const begin = () => {
    setAsking(false);
    install.mutate(engine.id, { onError: tell });
  };
  const look = () =>
    check.mutate(engine.id, {
      onSuccess: (seen) =>
        toast.info(t("engines.checked", { name, status: t(`engines.status.${seen.health.status}`) })),
      onError: tell,
    });

  return (
    <fieldset aria-label={name} className="flex min-w-0 flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="font-medium">{name}</h3>
        <Badge tone={tones[status]}>{t(`engines.status.${status}`)}</Badge>
        <div className="ml-auto flex flex-wrap gap-2">
          <Button size="sm" busy={check.isPending} disabled={installing} onClick={look}>
            {t("engines.check")}
          </Button>
          {installing ? null : (
            <Button
              size="sm"
              variant={health.status === "ready" ? "default" : "primary"}
              busy={install.isPending}
              onClick={health.status === "ready" ? () => setAsking(true) : begin}
            >
              {t(health.status === "missing" ? "engines.install" : "engines.repair")}
            </Button>
          )}
        </div>
      </div>
      {installing && setup ? (
        <SetupUnderWay setup={setup} name={name} />
      ) : (
        <>
          {setup && health.status !== "ready" ? <SetupFailure setup={setup} name={name} /> : null}
          <EngineHealthDetails engine={engine} />
        </>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("engines.repairTitle", { name })}
        body={t("engines.repairBody")}
        confirmLabel={t("engines.repair")}
        onConfirm={begin}
      />
    </fieldset>
  );
}
