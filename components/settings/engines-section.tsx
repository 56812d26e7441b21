// Owns the engines among the settings: each with its health and what can be done about it.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { EngineCard } from "./engine-card.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function EnginesSection() {
  const t = useT("settings");
  const common = useT("common");
  const textOf = useFailureText();
  const { data: engines, isPending, error, isFetching, refetch } = useQuery(engineQueries.list());
  return (
    <SettingsSection title={t("engines.title")} body={t("engines.body")}>
      {isPending ? (
        <div className="flex h-32 flex-col gap-3 p-4">
          <Skeleton className="w-40" />
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      ) : null}
      {error && !engines ? (
        <ErrorState
          {...textOf(error)}
          className="m-3"
          action={
            <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
              {common("retry")}
            </Button>
          }
        />
      ) : null}
      {engines?.length === 0 ? <p className="p-4 text-muted">{t("engines.none")}</p> : null}
      {engines?.map((engine) => (
        <EngineCard key={engine.id} engine={engine} />
      ))}
    </SettingsSection>
  );
}
