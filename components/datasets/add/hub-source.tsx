// Owns registering a dataset of a hub by its id, with the clear word that its rows cannot be looked at here.
"use client";
import { CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { nameFromFile } from "@/client/datasets/definition.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useSaveDataset } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody } from "@/components/ui/card.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { DatasetDefinition } from "@/contract/dataset.ts";
import { ColumnFields } from "./column-fields.tsx";
import { FormatFields } from "./format-fields.tsx";
import { TagFields } from "./tag-fields.tsx";

const hubs = ["hf_hub_url", "ms_hub_url", "om_hub_url"] as const;
type Hub = (typeof hubs)[number];

export function HubSource({ dir }: { dir: string | undefined }) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const router = useRouter();
  const save = useSaveDataset();
  const [hub, setHub] = useState<Hub>("hf_hub_url");
  const [id, setId] = useState("");
  const [subset, setSubset] = useState("");
  const [split, setSplit] = useState("");
  const [named, setNamed] = useState<string | null>(null);
  const [layout, setLayout] = useState<DatasetDefinition>({});
  const name = (named ?? nameFromFile(id)).trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim() === "" || name === "") return;
    const definition: DatasetDefinition = {
      [hub]: id.trim(),
      ...(subset.trim() !== "" && { subset: subset.trim() }),
      ...(split.trim() !== "" && { split: split.trim() }),
      ...layout,
    };
    save.mutate(
      { name, dir, definition },
      {
        onSuccess: () => {
          toast.success(t("adding.done", { name }));
          router.push(datasetHref({ name, dir, tab: "definition" }));
        },
      },
    );
  };
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    save.reset();
  };
  return (
    <form onSubmit={submit} className="flex max-w-3xl flex-col gap-4">
      <p className="flex gap-2.5 rounded-lg border border-info/40 bg-info-surface p-3 text-sm">
        <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
        <span>{t("adding.hubOffline")}</span>
      </p>
      <Segmented
        value={hub}
        onValueChange={setHub}
        aria-label={t("adding.hub")}
        items={hubs.map((value) => ({ value, label: t(`adding.hubs.${value}`) }))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field>
          <FieldLabel>{t("adding.hubLabel")}</FieldLabel>
          <Input
            mono
            autoComplete="off"
            spellCheck={false}
            value={id}
            onValueChange={change(setId)}
            placeholder="owner/dataset"
          />
        </Field>
        <Field>
          <FieldLabel>{t("adding.name")}</FieldLabel>
          <Input
            autoComplete="off"
            spellCheck={false}
            maxLength={128}
            value={named ?? nameFromFile(id)}
            onValueChange={change(setNamed)}
          />
        </Field>
        <Field>
          <FieldLabel>{t("adding.subset")}</FieldLabel>
          <Input mono autoComplete="off" value={subset} onValueChange={setSubset} />
        </Field>
        <Field>
          <FieldLabel>{t("adding.split")}</FieldLabel>
          <Input mono autoComplete="off" value={split} onValueChange={setSplit} placeholder="train" />
        </Field>
      </div>
      <Card>
        <CardBody className="flex flex-col gap-4">
          <FormatFields definition={layout} onChange={setLayout} />
          <ColumnFields definition={layout} columns={null} onChange={setLayout} />
          <TagFields definition={layout} onChange={setLayout} />
        </CardBody>
      </Card>
      {save.error ? <ErrorState {...textOf(save.error)} /> : null}
      <Button
        type="submit"
        variant="primary"
        className="w-fit"
        busy={save.isPending}
        disabled={id.trim() === "" || name === ""}
      >
        {t("adding.register")}
      </Button>
    </form>
  );
}
