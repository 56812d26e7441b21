// Owns what the compared runs do differently: in words that hold for every engine, and key by key where all are of one.
"use client";
import { useQueries } from "@tanstack/react-query";
import { useT } from "@/client/i18n/use-t.ts";
import { translateQueries } from "@/client/queries/translate.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { type ConfigDocument, readConfig, valueText } from "@/contract/config-document.ts";
import type { ComparedRun } from "./compared-run.ts";
import { OutlookPair } from "./outlook-pair.tsx";
import { SideName } from "./side-heads.tsx";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };
/** What differs between any two runs and says nothing. */
const OWN = ["output_dir", "dataset_prepared_path", "run_name"];

export function RunDifferences({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useT("compare");
  const trained = runs.filter(({ detail }) => detail.spec.kind === "train");
  const outlooks = useQueries({
    queries: trained.map(({ detail }) => translateQueries.outlook(detail.spec, false)),
  });
  const sides = trained.flatMap(({ detail }, at) => {
    const outlook = outlooks[at]?.data;
    return outlook ? [{ name: detail.summary.name, outlook, waking: false }] : [];
  });
  const isOneEngine = new Set(runs.map(({ detail }) => detail.spec.engine)).size === 1;
  return (
    <>
      {sides.length === trained.length && sides.length > 1 ? (
        <OutlookPair sides={sides} title={t("runs.settings")} brief />
      ) : null}
      {isOneEngine && runs.length > 1 ? <KeyTable runs={runs} /> : null}
    </>
  );
}

function KeyTable({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useT("compare");
  const docs = runs.map(({ detail }) => readConfig(detail.spec.config));
  const said = (doc: ConfigDocument, key: string) => {
    const value = doc.get(key);
    return value === undefined || value === null ? null : valueText(value);
  };
  const keys = [...new Set(docs.flatMap((doc) => doc.keys))].filter(
    (key) => !OWN.includes(key) && new Set(docs.map((doc) => said(doc, key))).size > 1,
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("runs.keys")}</CardTitle>
      </CardHeader>
      {keys.length === 0 ? (
        <CardBody className="text-muted text-sm">{t("outlook.same")}</CardBody>
      ) : (
        <section aria-label={t("runs.keys")} {...focusable} className="overflow-x-auto rounded-b-lg">
          <table className="w-full text-xs">
            <thead className="text-left text-muted">
              <tr>
                <td />
                {runs.map(({ detail: { summary } }, at) => (
                  <th key={summary.id} scope="col" className="px-3 py-1.5 font-medium">
                    <SideName name={summary.name} at={at} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="font-mono">
              {keys.map((key) => (
                <tr key={key} className="border-t align-top">
                  <th scope="row" className="px-3 py-1.5 text-left font-normal">
                    {key}
                  </th>
                  {docs.map((doc, at) => (
                    <td
                      key={runs[at]?.detail.summary.id}
                      className="max-w-80 break-words px-3 py-1.5 text-muted"
                    >
                      {said(doc, key) ?? t("runs.notSaid")}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}
