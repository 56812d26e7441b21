// Owns the page of a studio that does not answer: what it means, how to start it, and that we keep trying.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { CodeBlock } from "@/components/ui/code-block.tsx";
import { GatePage } from "./gate-page.tsx";

const startCommand = "npm start";

export function Unreachable({ busy, onRetry }: { busy: boolean; onRetry: () => void }) {
  const t = useT("session");
  return (
    <GatePage title={t("unreachable.title")}>
      <p className="text-muted">{t("unreachable.body")}</p>
      <div className="flex flex-col gap-2">
        <p>{t("unreachable.todo")}</p>
        <CodeBlock code={startCommand} label={t("unreachable.todo")} />
      </div>
      <p role="status" className="flex items-center gap-2 text-muted text-xs">
        <span aria-hidden className="size-1.5 shrink-0 animate-breathe rounded-full bg-warning" />
        {t("unreachable.waiting")}
      </p>
      <Button className="w-fit" disabled={busy} onClick={onRetry}>
        {t("unreachable.now")}
      </Button>
    </GatePage>
  );
}
