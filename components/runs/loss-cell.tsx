// Owns the loss of a row: its course and its last value. The eval loss and all digits are in the tooltip.
"use client";
import { formatLoss } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Sparkline } from "@/components/charts/sparkline.tsx";
import type { RunSummary } from "@/contract/run.ts";

export function LossCell({ run }: { run: RunSummary }) {
  const t = useT("runs");
  const { lastLoss, lastEvalLoss, sparkline } = run;
  if (lastLoss === null && lastEvalLoss === null) return null;
  const first = sparkline.find((value) => value !== null);
  const title = [
    lastLoss === null ? null : t("lossTip", { loss: String(lastLoss) }),
    lastEvalLoss === null ? null : t("evalTip", { loss: String(lastEvalLoss) }),
  ].filter((line) => line !== null);
  return (
    <span title={title.join("\n")} className="flex items-center justify-end gap-2">
      {first === undefined ? null : (
        <Sparkline
          values={sparkline}
          label={t("lossLine", { first: formatLoss(first), last: formatLoss(lastLoss) })}
          className="shrink-0 md:max-lg:hidden"
        />
      )}
      <span className="w-13 shrink-0 text-right">{formatLoss(lastLoss)}</span>
    </span>
  );
}
