// Owns the entry of dataset_info.json as text, checked while it is typed, with what belongs to it: folder, files, columns.
"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { readDefinition } from "@/client/datasets/definition-text.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useSaveDataset } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { RemoveDataset } from "../list/remove-dataset.tsx";
import { RenameDataset } from "../list/rename-dataset.tsx";
import type { DatasetTabProps } from "./use-dataset-view.ts";

export function DefinitionTab({ view, detail }: DatasetTabProps) {
  const t = useT("dataset");
  const textOf = useFailureText();
  const router = useRouter();
  const save = useSaveDataset();
  const { name, dir } = view;
  const stands = JSON.stringify(detail.definition, null, 2);
  const [edited, setEdited] = useState<string | null>(null);
  const [asking, setAsking] = useState<"rename" | "remove" | null>(null);
  const text = edited ?? stands;
  const read = readDefinition(text);
  const isChanged = text !== stands;
  const submit = () => {
    if (!read.ok) return;
    save.mutate(
      { name, dir, definition: read.definition, replace: true },
      {
        onSuccess: () => {
          setEdited(null);
          toast.success(t("definition.saved"));
        },
      },
    );
  };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Card>
        <CardHeader
          actions={
            <>
              {isChanged ? (
                <Button size="sm" variant="ghost" onClick={() => setEdited(null)}>
                  {t("definition.reset")}
                </Button>
              ) : null}
              <Button
                size="sm"
                variant="primary"
                busy={save.isPending}
                disabled={!read.ok || !isChanged}
                onClick={submit}
              >
                {t("definition.save")}
              </Button>
            </>
          }
        >
          <CardTitle>{t("definition.label")}</CardTitle>
        </CardHeader>
        <CardBody className="flex flex-col gap-3">
          <p className="max-w-prose text-muted text-sm">{t("definition.intro")}</p>
          <TextArea
            aria-label={t("definition.label")}
            aria-invalid={!read.ok}
            value={text}
            onValueChange={setEdited}
            className="min-h-64"
          />
          <div aria-live="polite" className="text-xs">
            {read.ok ? (
              <p className="text-muted">{t(isChanged ? "definition.fine" : "definition.unchanged")}</p>
            ) : (
              <ul className="flex flex-col gap-1 text-danger">
                {read.problems.map((problem) => (
                  <li key={problem.kind === "syntax" ? problem.message : problem.path}>
                    {problem.kind === "syntax" ? t("definition.line", problem) : t("definition.at", problem)}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {save.error ? <ErrorState {...textOf(save.error)} /> : null}
        </CardBody>
      </Card>
      <div className="flex flex-col gap-4">
        <Card>
          <CardHeader>
            <CardTitle>{t("definition.files")}</CardTitle>
          </CardHeader>
          <CardBody>
            <KeyValueList>
              <KeyValue name={t("definition.folder")} mono>
                {detail.dir}
              </KeyValue>
              {detail.files.map((file) => (
                <KeyValue key={file.path} name={formatBytes(file.bytes)} mono>
                  {file.name}
                </KeyValue>
              ))}
            </KeyValueList>
          </CardBody>
        </Card>
        {detail.columns.length > 0 ? (
          <Card>
            <CardHeader>
              <CardTitle>{t("definition.columns")}</CardTitle>
            </CardHeader>
            <CardBody>
              <KeyValueList>
                {detail.columns.map((column) => (
                  <KeyValue key={column.name} name={column.name}>
                    <span className="text-muted">{column.kind}</span>{" "}
                    <span className="break-all font-mono text-2xs text-faint">
                      {column.sample.slice(0, 80)}
                    </span>
                  </KeyValue>
                ))}
              </KeyValueList>
            </CardBody>
          </Card>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("rename")}>{t("definition.rename")}</Button>
          <Button className="text-danger" onClick={() => setAsking("remove")}>
            {t("definition.remove")}
          </Button>
        </div>
      </div>
      <RenameDataset
        entry={asking === "rename" ? detail.entry : null}
        dir={dir}
        onClose={() => setAsking(null)}
        onRenamed={(next) => router.replace(datasetHref({ name: next, dir, tab: "definition" }))}
      />
      <RemoveDataset
        entry={asking === "remove" ? detail.entry : null}
        dir={dir}
        onClose={() => setAsking(null)}
        onRemoved={() => router.push("/datasets/")}
      />
    </div>
  );
}
