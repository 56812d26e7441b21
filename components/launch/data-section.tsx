// Owns the place of the data in the form: by names, or as mappings, as the engine has it.
"use client";
import { memo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { DatasetMappings } from "./dataset-mappings.tsx";
import { DatasetNames } from "./dataset-names.tsx";
import { useLaunch } from "./launch-context.tsx";
import { Section } from "./section.tsx";

export const DataSection = memo(function DataSection() {
  const t = useT("launch");
  const { mappings } = useLaunch().engine;
  return (
    <Section title={t("section.data")} help={t("section.dataHelp")}>
      {mappings ? <DatasetMappings mappings={mappings} /> : <DatasetNames />}
    </Section>
  );
});
