// Owns the files a run has written, and what to do with a merged result.
"use client";
import { Download, Package } from "lucide-react";
import { formatBytes } from "@/client/format/bytes.ts";
import { urlOf } from "@/client/http.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { Artifact, RunDetail } from "@/contract/run.ts";
import { Cell, DataTable, HeadCell } from "./data-table.tsx";
import { ResultHints } from "./result-hints.tsx";

/** On a phone the name tells it, and size and download must not be off the screen. */
const narrowHidden = "max-sm:hidden";

export function ArtifactsTab({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const { artifacts, summary } = detail;
  if (artifacts.length === 0)
    return (
      <EmptyState
        className="rounded-lg border bg-surface"
        icon={<Package />}
        title={t("artifacts.empty")}
        body={t(summary.kind === "train" ? "artifacts.emptyTrain" : "artifacts.emptyWork")}
      />
    );
  const size = formatBytes(artifacts.reduce((sum, { bytes }) => sum + bytes, 0));
  return (
    <div className="flex flex-col gap-4">
      <ResultHints detail={detail} />
      <p className="text-muted text-xs tabular-nums">
        {t("artifacts.total", { count: artifacts.length, size })}
      </p>
      <DataTable
        label={t("tab.artifacts")}
        head={
          <>
            <HeadCell>{t("artifacts.name")}</HeadCell>
            <HeadCell className={narrowHidden}>{t("artifacts.kind")}</HeadCell>
            <HeadCell right>{t("artifacts.size")}</HeadCell>
            <HeadCell right>
              <span className="sr-only">{t("artifacts.actions")}</span>
            </HeadCell>
          </>
        }
      >
        {artifacts.map((artifact) => (
          <ArtifactRow key={artifact.name} runId={summary.id} artifact={artifact} />
        ))}
      </DataTable>
    </div>
  );
}

function ArtifactRow({ runId, artifact }: { runId: string; artifact: Artifact }) {
  const t = useT("run");
  const { name, kind, bytes, path } = artifact;
  const label = t("artifacts.download", { name });
  return (
    <tr>
      <Cell className="font-mono max-sm:whitespace-normal max-sm:break-all">{name}</Cell>
      <Cell className={narrowHidden}>
        <Badge>{t(`artifacts.kinds.${kind}`)}</Badge>
      </Cell>
      <Cell right>{formatBytes(bytes)}</Cell>
      <Cell right>
        <span className="inline-flex">
          <CopyButton text={path} label={t("artifacts.copyPath", { name })} />
          <Tooltip content={label}>
            <Button
              variant="ghost"
              size="icon"
              aria-label={label}
              render={<a href={urlOf("runFile", { params: { id: runId, "*": name } })} download />}
            >
              <Download aria-hidden />
            </Button>
          </Tooltip>
        </span>
      </Cell>
    </tr>
  );
}
