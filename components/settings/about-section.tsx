// Owns what this copy of the product is.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useT } from "@/client/i18n/use-t.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { SettingsSection } from "./settings-section.tsx";

const licence = "Apache-2.0";
const apiPath = "/api/openapi.json";

export function AboutSection() {
  const t = useT("settings");
  const { data } = useQuery(systemQueries.info());
  return (
    <SettingsSection title={t("about.title")} body={t("about.body")}>
      <div className="px-4 py-3">
        <KeyValueList>
          <KeyValue name={t("about.version")}>{data?.version ?? "–"}</KeyValue>
          <KeyValue name={t("about.node")}>{data?.node ?? "–"}</KeyValue>
          <KeyValue name={t("about.licence")}>{licence}</KeyValue>
          <KeyValue name={t("about.api")} mono>
            <a href={apiPath} className="underline decoration-border-strong underline-offset-2">
              {apiPath}
            </a>
          </KeyValue>
        </KeyValueList>
      </div>
    </SettingsSection>
  );
}
