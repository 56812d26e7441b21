// Owns the first-visit card: what this is, three steps, the engine's installation, the demo.
"use client";
import { X } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { EngineLines } from "./engine-line.tsx";
import { useDemos } from "./use-demos.ts";
import type { WelcomeState } from "./use-welcome.ts";

const steps = ["open", "watch", "use"] as const;

export function WelcomeCard({ runs, dismiss }: Extract<WelcomeState, { type: "shown" }>) {
  const t = useT("runs");
  const demos = useDemos();
  return (
    <div className="p-4 md:px-6">
      <Card aria-label={t("welcome.title")} className="flex flex-col">
        <div className="flex items-start gap-4 p-4 pb-0 md:p-5 md:pb-0">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-lg">{t("welcome.title")}</h2>
            <p className="mt-0.5 text-muted">{t("welcome.body")}</p>
          </div>
          <Tooltip content={t("welcome.dismiss")}>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("welcome.dismiss")}
              className="-mt-1 -mr-1"
              onClick={dismiss}
            >
              <X aria-hidden />
            </Button>
          </Tooltip>
        </div>
        <ol className="grid gap-4 p-4 md:grid-cols-3 md:gap-6 md:p-5">
          {steps.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden
                className="grid size-5 shrink-0 place-items-center rounded-full border text-2xs text-muted tabular-nums"
              >
                {index + 1}
              </span>
              <span className="min-w-0">
                <span className="block font-medium">{t(`welcome.steps.${step}.title`)}</span>
                <span className="block text-muted">{t(`welcome.steps.${step}.body`)}</span>
              </span>
            </li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-2 px-4 pb-4 md:px-5 md:pb-5">
          {demos.text === null ? null : (
            <Button variant="primary" render={<Link href={demos.text} />}>
              {t("welcome.demo")}
            </Button>
          )}
          {demos.vision === null ? null : (
            <Button render={<Link href={demos.vision} />}>{t("welcome.vision")}</Button>
          )}
        </div>
        <div className="border-t p-4 md:px-5">
          <EngineLines runs={runs} />
        </div>
      </Card>
    </div>
  );
}
