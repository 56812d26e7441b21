// Owns what the run ran on: versions, devices, folders, and each attempt with its end.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { RunAttempt, RunDetail } from "@/contract/run.ts";
import { Cell, DataTable, HeadCell } from "./data-table.tsx";

export function EnvironmentTab({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const { environment, folder, outputDir, attempts } = detail;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <CardHeader>
            <CardTitle>{t("environment.versions")}</CardTitle>
          </CardHeader>
          <CardBody>
            {environment ? (
              <KeyValueList>
                {Object.entries(environment.versions).map(([name, version]) => (
                  <KeyValue key={name} name={name} mono>
                    {version}
                  </KeyValue>
                ))}
              </KeyValueList>
            ) : (
              <p className="text-muted text-xs">{t("environment.pending")}</p>
            )}
          </CardBody>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t("environment.devices")}</CardTitle>
          </CardHeader>
          <CardBody>
            <KeyValueList>
              <KeyValue name={t("facts.device")}>
                {environment ? [environment.device, ...environment.devices].join(" · ") : "–"}
              </KeyValue>
              <PathFact name={t("environment.folder")} path={folder} />
              {outputDir ? <PathFact name={t("environment.output")} path={outputDir} /> : null}
            </KeyValueList>
          </CardBody>
        </Card>
      </div>
      <h2 className="font-medium text-sm">{t("environment.attempts")}</h2>
      {attempts.length === 0 ? (
        <p className="text-muted text-xs">{t("environment.none")}</p>
      ) : (
        <DataTable
          label={t("environment.attempts")}
          head={
            <>
              <HeadCell>{t("environment.attempt")}</HeadCell>
              <HeadCell>{t("environment.started")}</HeadCell>
              <HeadCell right>{t("environment.duration")}</HeadCell>
              <HeadCell>{t("environment.exit")}</HeadCell>
              <HeadCell right>{t("environment.memory")}</HeadCell>
            </>
          }
        >
          {attempts.map((attempt) => (
            <AttemptRow key={attempt.attempt} attempt={attempt} />
          ))}
        </DataTable>
      )}
    </div>
  );
}

function PathFact({ name, path }: { name: string; path: string }) {
  return (
    <KeyValue name={name} mono>
      <span className="inline-flex items-center gap-1">
        <span className="break-all">{path}</span>
        <CopyButton text={path} className="size-6" />
      </span>
    </KeyValue>
  );
}

function AttemptRow({ attempt }: { attempt: RunAttempt }) {
  const t = useT("run");
  const locale = useLocale();
  const { startedAt, endedAt, exitCode, signal, maxRssBytes } = attempt;
  const seconds = startedAt !== null && endedAt !== null ? (endedAt - startedAt) / 1000 : null;
  const exit =
    endedAt === null
      ? t("environment.running")
      : signal !== null
        ? t("exit.signal", { signal })
        : exitCode !== null
          ? t("exit.code", { code: exitCode })
          : t("exit.unknown");
  return (
    <tr>
      <Cell>{attempt.attempt}</Cell>
      <Cell>{startedAt === null ? "–" : <RelativeTime value={startedAt} />}</Cell>
      <Cell right>{formatDuration(seconds, locale)}</Cell>
      <Cell>{exit}</Cell>
      <Cell right>{formatBytes(maxRssBytes)}</Cell>
    </tr>
  );
}
