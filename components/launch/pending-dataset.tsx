// Owns the row of a dataset on its way into the config: how far its copy is, or why it does not come.
"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useLaunch } from "./launch-context.tsx";
import type { Pending } from "./use-add-dataset.ts";

export function PendingDataset({ pending, onCancel }: { pending: Pending; onCancel: () => void }) {
  const t = useT("launch");
  const common = useT("common");
  const locale = useLocale();
  const textOf = useFailureText();
  const engine = useLaunch().engine.name;
  const { name } = pending;
  const close = (
    <Button variant="ghost" size="icon" aria-label={t("mapping.cancel", { name })} onClick={onCancel}>
      <X aria-hidden />
    </Button>
  );
  const dismiss = (
    <Button size="sm" onClick={onCancel}>
      {common("close")}
    </Button>
  );
  switch (pending.status) {
    case "asking":
      return (
        <Row close={close}>
          <p className="flex items-center gap-2 text-sm">
            <Spinner className="size-3.5" />
            {t("mapping.asking", { name })}
          </p>
        </Row>
      );
    case "translating": {
      const words = t("mapping.translating", { name, engine });
      const share = pending.total ? pending.done / pending.total : null;
      return (
        <Row close={close}>
          <p className="text-sm">{words}</p>
          <Progress value={share} aria-label={words} />
          <p className="text-muted text-xs">{t("mapping.translatingNote", { engine })}</p>
        </Row>
      );
    }
    case "unfit":
      return <ErrorState what={t("mapping.unfit", { name })} why={pending.reason[locale]} action={dismiss} />;
    case "failed":
      return (
        <ErrorState
          what={t("mapping.failed", { name })}
          why={textOf(pending.error).what}
          todo={textOf(pending.error).todo}
          action={dismiss}
        />
      );
  }
}

function Row({ close, children }: { close: ReactNode; children: ReactNode }) {
  return (
    <div role="status" className="flex items-center gap-2 rounded-lg border bg-surface py-1 pr-1 pl-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1 py-1">{children}</div>
      {close}
    </div>
  );
}
