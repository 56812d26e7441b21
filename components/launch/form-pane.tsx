// Owns the form's column: notices, the rest while the text cannot be read, and the sections in order.
"use client";
import { History, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { DataSection } from "./data-section.tsx";
import { FieldsSection, type FieldsSectionProps } from "./fields-section.tsx";
import { useFindingText } from "./finding-text.ts";
import { type Launch, LaunchProvider, useLaunch } from "./launch-context.tsx";
import { MethodSection } from "./method-section.tsx";
import { ModelSection } from "./model-section.tsx";

export type FormPaneProps = FieldsSectionProps & {
  /** Of this very key press; the other sections may be a moment behind. */
  now: Launch;
  /** The choice of the engine, where there are several. */
  engine: ReactNode;
  notices: ReactNode;
  /** What a demo shows, for a first visit. */
  about: string | null;
  restored: boolean;
  onDiscard: () => void;
  /** Name and devices: not keys of the config, so they stay open whatever the text is like. */
  run: ReactNode;
};

export function FormPane({
  engine,
  notices,
  about,
  restored,
  onDiscard,
  run,
  now,
  ...fields
}: FormPaneProps) {
  const t = useT("launch");
  const textOf = useFindingText();
  const { config, revealLine } = useLaunch();
  const broken = config.doc.problems[0];
  return (
    <div className="relative min-w-0 lg:overflow-y-auto">
      {engine}
      <div className="flex flex-col gap-2 px-4 pt-3 empty:hidden md:px-6">
        {notices}
        {about ? <p className="text-muted">{about}</p> : null}
        {restored ? (
          <p className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
            <History aria-hidden className="size-3.5" />
            {t("restored")}
            <Button variant="ghost" size="sm" className="text-accent-text" onClick={onDiscard}>
              {t("discard")}
            </Button>
          </p>
        ) : null}
        {broken ? (
          <div
            role="status"
            className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-warning/40 bg-warning-surface p-3"
          >
            <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">
                {broken.line === null ? t("config.brokenNoLine") : t("config.broken", { line: broken.line })}
              </p>
              <p className="break-words text-xs">{textOf({ problem: broken }).message}</p>
              <p className="break-words text-xs">{t("config.brokenHelp")}</p>
            </div>
            {broken.line === null ? null : (
              <Button size="sm" onClick={() => revealLine(broken.line ?? 1)}>
                {t("config.goToLine", { line: broken.line })}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      <form aria-label={t("form")} onSubmit={(event) => event.preventDefault()}>
        <div inert={broken !== undefined} className={cn("transition-opacity", broken && "opacity-55")}>
          <ModelSection />
          <DataSection />
          <MethodSection />
          <LaunchProvider value={now}>
            <FieldsSection {...fields} />
          </LaunchProvider>
        </div>
        {run}
      </form>
    </div>
  );
}
