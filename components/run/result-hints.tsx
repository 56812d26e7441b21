// Owns where a result lies and how to use it: a model, or prepared data.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { originAddress } from "@/client/launch/origin.ts";
import { shellText } from "@/client/launch/shell-text.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { CodeBlock } from "@/components/ui/code-block.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { folderOf } from "./run-results.ts";

/** Nothing for results that nobody could run by themselves. */
export function ResultHints({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const { artifacts, summary } = detail;
  const model = artifacts.find(({ kind }) => kind === "model");
  const modelfile = artifacts.find(({ kind }) => kind === "modelfile");
  if (summary.kind === "preprocess" && summary.state.status === "succeeded")
    return <PreparedHint detail={detail} />;
  if (summary.kind === "train" || !model) return null;
  const folder = folderOf(modelfile ?? model);
  const name = summary.name.toLowerCase().replace(/[^a-z0-9._-]+/g, "-");
  const ollama = `cd ${shellText([folder])}\nollama create ${name} -f Modelfile\nollama run ${name}`;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("work.resultsIn")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <CodeBlock code={folder} label={t("artifacts.folder")} wrap />
        {modelfile ? (
          <div className="flex flex-col gap-1.5">
            <h3 className="font-medium text-sm">{t("artifacts.ollama")}</h3>
            <CodeBlock code={ollama} label={t("artifacts.ollama")} />
          </div>
        ) : null}
      </CardBody>
    </Card>
  );
}

function PreparedHint({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const { data: engines = [] } = useQuery(engineQueries.list());
  const key = engines.find(({ id }) => id === detail.summary.engine)?.roles.preparedDir;
  if (key === undefined || detail.outputDir === null) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("result.reuse")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-2">
        <CodeBlock code={`${key}: ${detail.outputDir}`} label={t("result.reuse")} wrap />
        <p className="text-muted text-xs">{t("result.reuseHelp")}</p>
        <Button
          variant="primary"
          className="self-start"
          render={<Link href={originAddress({ kind: "run", id: detail.summary.id })} />}
        >
          <Play aria-hidden />
          {t("result.trainWith")}
        </Button>
      </CardBody>
    </Card>
  );
}
