// Owns the token lengths of the whole set against the cutoff, and the rows that are cut, broken or dropped.
"use client";
import { Ruler } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { EncodeSettings, TokensResult } from "@/contract/dataset-scan.ts";
import { ScanProgress } from "../scans/scan-progress.tsx";
import { SpreadChart } from "../scans/spread-chart.tsx";
import { useScan } from "../scans/use-scan.ts";

const samples = ["1000", "10000", "all"] as const;
type Sample = (typeof samples)[number];
const SHOWN = 40;

export function TokenSet({ dataset, settings }: { dataset: DatasetRef; settings: EncodeSettings }) {
  const t = useT("dataset");
  const count = useScan(dataset, "tokens");
  const [sample, setSample] = useState<Sample>("1000");
  const [asked, setAsked] = useState(settings.cutoffLen);
  const start = () => {
    setAsked(settings.cutoffLen);
    count.start({ kind: "tokens", settings, sample: sample === "all" ? null : Number(sample) });
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("tokens.set")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <p className="min-w-60 flex-1 text-muted text-sm">{t("tokens.setBody")}</p>
          <Select
            aria-label={t("tokens.sample")}
            value={sample}
            onValueChange={setSample}
            items={samples.map((value) => ({ value, label: t(`tokens.samples.${value}`) }))}
            className="w-56"
          />
          <Button busy={count.isStarting} disabled={count.isRunning} onClick={start}>
            <Ruler aria-hidden />
            {t(count.result ? "scan.again" : "tokens.setStart")}
          </Button>
        </div>
        <ScanProgress handle={count} label={t("tokens.setProgress")} />
        {count.result ? <SetFigures result={count.result} cutoff={asked} dataset={dataset} /> : null}
      </CardBody>
    </Card>
  );
}

type SetFiguresProps = { result: TokensResult; cutoff: number; dataset: DatasetRef };

function SetFigures({ result, cutoff, dataset }: SetFiguresProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const { rows, of, lengths, learned, tokens, cut, cutMedia, dropped, examples } = result;
  const count = (value: number) => value.toLocaleString(locale);
  const share = (value: number) => `${count(value)} · ${formatPercent(rows > 0 ? value / rows : 0, 1)}`;
  const facts = [
    { name: t("tokens.setShare"), value: formatPercent(tokens > 0 ? learned / tokens : 0), bad: false },
    { name: t("tokens.setCut"), value: share(cut), bad: false },
    { name: t("tokens.setCutMedia"), value: share(cutMedia), bad: cutMedia > 0 },
    { name: t("tokens.setDropped"), value: share(dropped), bad: dropped > 0 },
  ];
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted text-xs tabular-nums">
        {t("tokens.setOf", { rows: count(rows), of: count(of) })}
      </p>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {facts.map(({ name, value, bad }) => (
          <div key={name}>
            <dt className="text-muted text-xs">{name}</dt>
            <dd className={`font-medium tabular-nums ${bad ? "text-danger" : ""}`}>{value}</dd>
          </div>
        ))}
      </dl>
      {lengths ? <SpreadChart title={t("tokens.setLengths")} spread={lengths} cutoff={cutoff} /> : null}
      {examples.length === 0 ? (
        <p className="text-muted text-xs">{t("tokens.setFine")}</p>
      ) : (
        <div className="flex flex-col gap-1">
          <h3 className="font-medium text-sm">{t("tokens.examples")}</h3>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs tabular-nums">
            {examples.slice(0, SHOWN).map((example) => (
              <li key={`${example.row} ${example.why}`}>
                <Link
                  href={datasetHref({ ...dataset, tab: "tokens", row: example.row })}
                  className="inline-block min-h-6 content-center rounded-sm text-accent-text hover:underline"
                >
                  {t("row.number", { row: count(example.row + 1) })}
                </Link>{" "}
                <span className={example.why === "cut" ? "text-muted" : "text-danger"}>
                  {t(`tokens.why.${example.why}`)}
                </span>{" "}
                <span className="text-faint">{count(example.tokens)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
