// Owns the words for what a run works on: model · data · method, or what is being installed.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { speedOf } from "@/components/run-state/run-share.ts";
import type { RunSummary } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";
import { knownMethod, subjectOf } from "./run-subject.ts";

export function SubjectCell({ run }: { run: RunSummary }) {
  const t = useT("runs");
  if (run.kind === "setup") return <SetupSubject run={run} />;
  const subject = subjectOf(run);
  const method = knownMethod(subject.method);
  const data = subject.data === null ? null : [subject.data];
  if (data && subject.moreData > 0) data.push(t("moreData", { count: subject.moreData }));
  const words = [
    run.kind === "train" ? null : t(`kind.${run.kind}`),
    subject.model,
    data?.join(" "),
    method ? t(`method.${method}`) : subject.method,
  ].filter((word) => word);
  return (
    <span title={subject.full} className="block truncate text-muted">
      {words.join(" · ")}
    </span>
  );
}

function SetupSubject({ run }: { run: RunSummary }) {
  const t = useT("runs");
  const speed = speedOf(run);
  const bytes = isLive(run.state) && run.progress?.unit === "bytes" ? run.progress : null;
  const words = bytes
    ? [
        t("ofBytes", { done: formatBytes(bytes.done), total: formatBytes(bytes.total) }),
        speed === null ? null : `${formatBytes(speed)}/s`,
      ]
    : [t("kind.setup"), isLive(run.state) ? run.progress?.message : null];
  return <span className="block truncate text-muted">{words.filter((word) => word).join(" · ")}</span>;
}
