// Owns what an engine's health says in full: versions and packages, or what is wrong and what to do.
"use client";
import { ChevronRight } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import type { EngineDescription } from "@/contract/engine.ts";

export function EngineHealthDetails({ engine }: { engine: EngineDescription }) {
  const t = useT("settings");
  const words = useReasonWords();
  const { health } = engine;
  switch (health.status) {
    case "missing":
      return <p className="text-muted">{t("engines.missing")}</p>;
    case "installing":
      return null;
    case "broken": {
      const { why, todo } = words.health(health);
      return (
        <div className="flex flex-col gap-3">
          <ErrorState what={why} todo={todo} details={health.details} />
          <KeyValueList>
            <PythonPath path={health.python} />
          </KeyValueList>
        </div>
      );
    }
    case "ready": {
      const packages = Object.entries(health.packages);
      return (
        <div className="flex flex-col gap-1">
          <KeyValueList>
            <KeyValue name={t("engines.version")}>
              {health.version === engine.pinnedVersion
                ? health.version
                : t("engines.otherVersion", { version: health.version, pinned: engine.pinnedVersion })}
            </KeyValue>
            <PythonPath path={health.python} />
          </KeyValueList>
          <details className="group">
            <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-muted text-xs hover:text-foreground">
              <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
              {t("engines.packages", { count: packages.length })}
            </summary>
            <ul className="mt-2 grid gap-x-6 gap-y-0.5 font-mono text-xs sm:grid-cols-2 xl:grid-cols-3">
              {packages.map(([name, version]) => (
                <li key={name} className="flex justify-between gap-2">
                  <span className="truncate text-muted">{name}</span>
                  <span>{version}</span>
                </li>
              ))}
            </ul>
          </details>
        </div>
      );
    }
  }
}

function PythonPath({ path }: { path: string }) {
  const t = useT("settings");
  return (
    <KeyValue name={t("engines.python")} mono>
      <span className="flex items-start gap-1">
        <span className="min-w-0 break-all">{path}</span>
        <CopyButton
          text={path}
          label={t("engines.copyPython")}
          className="-my-1 size-6 pointer-coarse:size-8"
        />
      </span>
    </KeyValue>
  );
}
