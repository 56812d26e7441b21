// Owns the question what becomes of a config when the engine is switched. Refuses to throw it away: its draft stays in the tab.
"use client";
import { ArrowLeftRight, FileText, History } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preset } from "@/contract/library.ts";

type SwitchDialogProps = {
  from: EngineDescription;
  /** Null while nothing is asked. */
  to: EngineDescription | null;
  preset: Preset | undefined;
  /** The address of what was begun with that engine in this tab. */
  unfinished: string | null;
  onClose: () => void;
  onGo: (address: string) => void;
  plain: (engine: string) => string;
  /** Where this config is shown in the other engine's words; null where the tab cannot keep it. */
  translated: () => string | null;
};

export function SwitchDialog({
  from,
  to,
  preset,
  unfinished,
  onClose,
  onGo,
  plain,
  translated,
}: SwitchDialogProps) {
  const t = useT("launch");
  const locale = useLocale();
  const name = to?.name ?? "";
  return (
    <Dialog
      open={to !== null}
      onOpenChange={onClose}
      title={t("switch.title", { name })}
      description={t("switch.body", { name: from.name })}
    >
      {to ? (
        <DialogBody className="flex flex-col gap-2">
          {unfinished === null ? null : (
            <Way
              icon={<History aria-hidden />}
              title={t("switch.unfinished")}
              hint={t("switch.unfinishedHint", { name })}
              onClick={() => onGo(unfinished)}
            />
          )}
          <Way
            icon={<FileText aria-hidden />}
            title={t("switch.preset", { title: preset?.title[locale] ?? name })}
            hint={preset?.description[locale] ?? ""}
            onClick={() => onGo(plain(to.id))}
          />
          <Way
            icon={<ArrowLeftRight aria-hidden />}
            title={t("switch.translate")}
            hint={t("switch.translateHint")}
            onClick={() => {
              const address = translated();
              if (address !== null) onGo(address);
            }}
          />
        </DialogBody>
      ) : null}
    </Dialog>
  );
}

type WayProps = { icon: ReactNode; title: string; hint: string; onClick: () => void };

function Way({ icon, title, hint, onClick }: WayProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex items-start gap-3 rounded-lg border px-3 py-2.5 text-left hover:border-border-strong hover:bg-surface-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
    >
      {icon}
      <span className="min-w-0">
        <span className="block font-medium text-sm">{title}</span>
        {hint ? <span className="block text-muted text-xs">{hint}</span> : null}
      </span>
    </button>
  );
}
