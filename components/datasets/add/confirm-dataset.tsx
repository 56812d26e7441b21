// Owns showing what a file or text looks like, having it corrected by clicks, and registering it under a name.
"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { nameFromFile } from "@/client/datasets/definition.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { DatasetDefinition, DatasetGuess } from "@/contract/dataset.ts";
import { PageSkeleton } from "../page/page-skeleton.tsx";
import { RowCard } from "../rows/row-card.tsx";
import { ColumnFields } from "./column-fields.tsx";
import { FormatFields } from "./format-fields.tsx";
import { TagFields } from "./tag-fields.tsx";
import { type GuessSource, useRegister } from "./use-register.ts";

const PREVIEWED = 5;

type ConfirmDatasetProps = {
  from: GuessSource;
  suggested: string;
  dir: string | undefined;
  onBack: () => void;
};

export function ConfirmDataset(props: ConfirmDatasetProps) {
  const common = useT("common");
  const textOf = useFailureText();
  const guess = useQuery(datasetQueries.guess({ dir: props.dir, ...props.from }));
  if (guess.isPending) return <PageSkeleton />;
  if (guess.isLoadingError)
    return (
      <ErrorState
        className="max-w-3xl"
        {...textOf(guess.error)}
        action={
          <>
            <Button size="sm" onClick={props.onBack}>
              {common("edit")}
            </Button>
            <Button size="sm" busy={guess.isFetching} onClick={() => void guess.refetch()}>
              {common("retry")}
            </Button>
          </>
        }
      />
    );
  return <ConfirmForm {...props} guess={guess.data} />;
}

function ConfirmForm({ from, suggested, dir, onBack, guess }: ConfirmDatasetProps & { guess: DatasetGuess }) {
  const t = useT("datasets");
  const common = useT("common");
  const textOf = useFailureText();
  const router = useRouter();
  const register = useRegister(from, dir);
  const [name, setName] = useState(() => nameFromFile(suggested));
  const [changed, setChanged] = useState<DatasetDefinition | null>(null);
  const definition = changed ?? guess.definition;
  const reread = useQuery({
    ...datasetQueries.guess({ dir, ...from, definition }),
    enabled: changed !== null,
    placeholderData: keepPreviousData,
  });
  const read = changed === null ? guess : (reread.data ?? guess);
  const list = useQuery(libraryQueries.datasets(dir));
  const problem = /[\p{Cc}/\\,:]/u.test(name)
    ? t("adding.nameBad")
    : list.data?.datasets.some((entry) => entry.name === name.trim()) && register.isIdle
      ? t("adding.nameTaken")
      : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === "" || problem !== null) return;
    register.mutate(
      { name: given, definition },
      {
        onSuccess: () => {
          toast.success(t("adding.done", { name: given }));
          router.push(datasetHref({ name: given, dir }));
        },
      },
    );
  };
  const change = (next: DatasetDefinition) => {
    setChanged(next);
    register.reset();
  };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <form onSubmit={submit} className="flex min-w-0 flex-col gap-4">
        <Card>
          <CardHeader>
            <CardTitle>{t("confirm.title")}</CardTitle>
          </CardHeader>
          <CardBody className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center gap-1.5">
              <Badge>{t(`confirm.type.${guess.fileType}`)}</Badge>
              <Badge tone={guess.format ? "success" : "warning"}>
                {t(`confirm.format.${guess.format ?? "none"}`)}
              </Badge>
            </div>
            <Sentences title={t("confirm.why")} lines={guess.reasons} />
            <Sentences title={t("confirm.problems")} lines={read.problems} tone="text-warning" />
            <Field invalid={problem !== null}>
              <FieldLabel>{t("adding.name")}</FieldLabel>
              <Input
                autoComplete="off"
                spellCheck={false}
                maxLength={128}
                value={name}
                onValueChange={(value) => {
                  setName(value);
                  register.reset();
                }}
              />
              <FieldError>{problem}</FieldError>
            </Field>
            {register.error ? <ErrorState {...textOf(register.error)} /> : null}
            <div className="flex gap-2">
              <Button
                type="submit"
                variant="primary"
                busy={register.isPending}
                disabled={name.trim() === "" || problem !== null}
              >
                {t("adding.register")}
              </Button>
              <Button onClick={onBack}>{common("cancel")}</Button>
            </div>
          </CardBody>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t("confirm.mapping")}</CardTitle>
          </CardHeader>
          <CardBody className="flex flex-col gap-4">
            <FormatFields definition={definition} onChange={change} />
            <ColumnFields definition={definition} columns={guess.columns} onChange={change} />
            <TagFields definition={definition} onChange={change} />
          </CardBody>
        </Card>
      </form>
      <section aria-label={t("confirm.preview")} className="flex min-w-0 flex-col gap-3">
        <h2 className="font-medium text-sm">{t("confirm.preview")}</h2>
        {read.rows.length === 0 ? <p className="text-muted text-sm">{t("confirm.noRows")}</p> : null}
        <div className={reread.isPlaceholderData ? "flex flex-col gap-3 opacity-60" : "flex flex-col gap-3"}>
          {read.rows.slice(0, PREVIEWED).map((row) => (
            <RowCard key={row.row} row={row} dataset={null} />
          ))}
        </div>
      </section>
    </div>
  );
}

function Sentences({ title, lines, tone }: { title: string; lines: readonly string[]; tone?: string }) {
  if (lines.length === 0) return null;
  return (
    <div className="flex flex-col gap-0.5 text-xs">
      <h3 className={`font-medium ${tone ?? ""}`}>{title}</h3>
      <ul className="list-disc pl-4 text-muted">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
