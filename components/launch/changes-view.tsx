// Owns the table of what this config says differently: than the engine's defaults, than its start, than another run.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Fragment, useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { countKinds, type Difference, defaultsFor, differences } from "@/client/launch/config-difference.ts";
import { showValue } from "@/client/launch/value-text.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Select } from "@/components/ui/select.tsx";
import { readConfig } from "@/contract/config-document.ts";
import type { RunSummary } from "@/contract/run.ts";
import { useLaunch } from "./launch-context.tsx";
import type { Arguments } from "./use-arguments.ts";

export type ChangesViewProps = { known: Arguments; original: string; originalTitle: string };

const DEFAULTS = "defaults";
const START = "start";
const noRuns: readonly RunSummary[] = [];

export function ChangesView({ known, original, originalTitle }: ChangesViewProps) {
  const t = useT("launch");
  const { config } = useLaunch();
  const [other, setOther] = useState(START);
  const runs = useQuery(runQueries.list({ archived: false })).data ?? noRuns;
  const isRun = other !== DEFAULTS && other !== START;
  const run = useQuery({ ...runQueries.detail(isRun ? other : ""), enabled: isRun });

  const found = useMemo((): Difference[] | null => {
    if (other === DEFAULTS) {
      const defaults = new Map(known.rows.map(({ spec }) => [spec.path, spec.engineDefault ?? undefined]));
      return differences(config.shown, defaultsFor(config.shown, defaults));
    }
    if (other === START) return differences(config.shown, readConfig(original));
    return run.data ? differences(config.shown, readConfig(run.data.spec.config)) : null;
  }, [other, known.rows, config.shown, original, run.data]);
  const counts = countKinds(found ?? []);

  return (
    <div className="flex h-full flex-col overflow-hidden">
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
        <Select
          aria-label={t("changes.with")}
          className="min-w-40 max-w-72 flex-1"
          value={other}
          onValueChange={setOther}
          items={[
            { value: START, label: t("changes.start", { name: originalTitle }) },
            { value: DEFAULTS, label: t("changes.defaults") },
            ...runs
              .filter(({ kind }) => kind === "train")
              .map(({ id, name }) => ({ value: id, label: t("changes.run", { name }) })),
          ]}
        />
        {found ? (
          <p role="status" className="flex flex-wrap gap-1.5 text-xs">
            {(["changed", "added", "removed"] as const).map((kind) =>
              counts[kind] > 0 ? (
                <Badge key={kind} tone={tones[kind]}>
                  {t(`changes.${kind}`, { count: counts[kind] })}
                </Badge>
              ) : null,
            )}
          </p>
        ) : null}
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {found === null ? <p className="p-4 text-muted text-xs">{t("changes.loading")}</p> : null}
        {found?.length === 0 ? <p className="p-4 text-muted">{t("changes.none")}</p> : null}
        {found && found.length > 0 ? <Table found={found} mirrored={other === DEFAULTS} /> : null}
      </div>
    </div>
  );
}

const tones = { changed: "warning", added: "success", removed: "danger" } as const;

function Table({ found, mirrored }: { found: readonly Difference[]; mirrored: boolean }) {
  const t = useT("launch");
  const { config, reveal } = useLaunch();
  return (
    <table className="w-full table-fixed text-left text-xs">
      <thead className="sticky top-0 bg-surface text-faint">
        <tr className="border-b">
          <th className="w-[46%] py-1.5 pr-2 pl-4 font-medium">{t("changes.key")}</th>
          <th className="px-2 py-1.5 font-medium">{mirrored ? t("changes.default") : t("changes.theirs")}</th>
          <th className="py-1.5 pr-4 pl-2 font-medium">{t("changes.ours")}</th>
        </tr>
      </thead>
      <tbody className="font-mono">
        {found.map(({ key, kind, theirs, ours }) => (
          <tr key={key} data-kind={kind} className="border-b align-top last:border-b-0">
            <td className="py-1.5 pr-2 pl-4">
              <button
                type="button"
                className="wrap-anywhere rounded-sm text-left hover:underline"
                onClick={() =>
                  reveal({ path: key, line: config.doc.lineOf(key), severity: "info", code: "", message: "" })
                }
              >
                <Breakable name={key} />
              </button>
            </td>
            <td className="break-all px-2 py-1.5 text-muted">
              {theirs === undefined ? "–" : showValue(theirs)}
            </td>
            <td className="break-all py-1.5 pr-4 pl-2">{ours === undefined ? "–" : showValue(ours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A long name may break after its underscores. */
function Breakable({ name }: { name: string }) {
  return name.split("_").map((part, at) => {
    const place = `${at} ${part}`;
    return (
      <Fragment key={place}>
        {at > 0 ? "_" : null}
        {at > 0 ? <wbr /> : null}
        {part}
      </Fragment>
    );
  });
}
