// Owns the tokens as text: learned ones marked by colour and line, special ones as chips, media as one piece, the cut.
"use client";
import { memo, type ReactNode, useMemo, useState } from "react";
import { type TokenRun, tokenRuns } from "@/client/datasets/token-runs.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Switch } from "@/components/ui/switch.tsx";
import type { EncodedMedia, EncodedToken, Encoding } from "@/contract/dataset-scan.ts";

const learnedClass =
  "bg-accent-surface text-accent-text underline decoration-accent decoration-1 underline-offset-3";
const cutClass = "text-faint line-through decoration-danger";
/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

type TokenTextProps = {
  encoding: Extract<Encoding, { status: "encoded" }>;
};

export function TokenText({ encoding }: TokenTextProps) {
  const t = useT("dataset");
  const { tokens, cuts, media } = encoding;
  const [edges, setEdges] = useState(false);
  const runs = useMemo(() => tokenRuns(tokens, cuts), [tokens, cuts]);
  return (
    <Card>
      <CardHeader
        actions={
          <Switch checked={edges} onCheckedChange={setEdges} className="pr-1.5 text-xs">
            {t("tokens.edges")}
          </Switch>
        }
      >
        <CardTitle>{t("tokens.text")}</CardTitle>
      </CardHeader>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1.5 text-xs">
        <span className={cn("px-0.5", learnedClass)}>{t("tokens.legendLearned")}</span>
        <span className="text-muted">{t("tokens.legendPlain")}</span>
        <Special text={t("tokens.legendSpecial")} learned={false} />
        {media.length > 0 ? <Chip>{t("tokens.legendMedia")}</Chip> : null}
        {cuts.length > 0 ? <span className={cutClass}>{t("tokens.legendCut")}</span> : null}
      </p>
      <section
        aria-label={t("tokens.text")}
        {...focusable}
        className="max-h-[36rem] overflow-auto rounded-b-lg"
      >
        <CardBody className="whitespace-pre-wrap break-words font-mono text-xs leading-6">
          {runs.map((run) => (
            <Run key={`${run.kind} ${run.from}`} run={run} media={media} edges={edges} />
          ))}
        </CardBody>
      </section>
    </Card>
  );
}

type RunProps = { run: TokenRun; media: readonly EncodedMedia[]; edges: boolean };

const Run = memo(function Run({ run, media, edges }: RunProps) {
  const t = useT("dataset");
  const locale = useLocale();
  if (run.kind === "cut")
    return (
      <span className="mx-0.5 rounded-xs border border-danger/50 border-dashed px-1">
        <span className={cutClass}>{run.text}</span>
        <span className="ml-1.5 whitespace-nowrap font-sans text-2xs text-danger tabular-nums">
          {t("tokens.cutHere", { count: run.count, shown: run.count.toLocaleString(locale) })}
        </span>
      </span>
    );
  if (run.kind === "media") {
    const item = media[run.media];
    const kind = t(`mediaKind.${item?.kind ?? "image"}`);
    return (
      <Chip title={item?.source}>{t("tokens.chip", { kind, number: run.media + 1, count: run.count })}</Chip>
    );
  }
  if (run.special)
    return run.tokens.map((token, at) => {
      const key = `${run.from + at}`;
      return <Special key={key} text={token.text} id={token.id} learned={token.learned} />;
    });
  if (!edges) return <span className={lookOf(run)}>{join(run.tokens)}</span>;
  return run.tokens.map((token, at) => {
    const key = `${run.from + at}`;
    return (
      <span key={key} title={String(token.id)} className={cn("border-border-strong border-l", lookOf(run))}>
        {token.text}
      </span>
    );
  });
});

function lookOf({ learned }: { learned: boolean }): string {
  return learned ? learnedClass : "text-muted";
}

function join(tokens: readonly EncodedToken[]): string {
  return tokens.map(({ text }) => text).join("");
}

type SpecialProps = { text: string; id?: number; learned: boolean };

function Special({ text, id, learned }: SpecialProps) {
  return (
    <span
      title={id === undefined ? undefined : String(id)}
      className={cn(
        "mx-px rounded-xs border px-1 text-2xs",
        learned
          ? "border-accent bg-accent-surface text-accent-text underline"
          : "border-border-strong text-violet",
      )}
    >
      {text}
    </span>
  );
}

type ChipProps = { children: ReactNode; title?: string };

function Chip({ children, title }: ChipProps) {
  return (
    <span
      title={title}
      className={cn(
        "mx-0.5 inline-block whitespace-nowrap rounded-sm border border-info/50 bg-info-surface px-1.5 font-sans text-2xs text-info leading-5 tabular-nums",
      )}
    >
      {children}
    </span>
  );
}
