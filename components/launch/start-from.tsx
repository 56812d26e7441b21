// Owns the button that says what the page started from and opens the choice of something else.
"use client";
import { ChevronsUpDown } from "lucide-react";
import { memo, useState } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { LaunchSource } from "@/client/launch/source.ts";
import { Button } from "@/components/ui/button.tsx";
import type { Preset } from "@/contract/library.ts";
import { Lazily } from "./lazily.tsx";
import { startWindow } from "./lazy-windows.ts";

export type StartFromProps = { presets: readonly Preset[]; source: LaunchSource };

/** The words for what the page started from. */
export function useSourceTitle({ presets, source }: StartFromProps): string {
  const t = useT("launch");
  const locale = useLocale();
  const preset = presets.find(({ id }) => id === source.preset);
  if (preset) return preset.title[locale];
  if (source.handedBy !== null) return source.handedBy;
  if (source.recipe !== null) return source.recipe;
  return source.title === null ? t("preset.ofModel") : t("preset.copyOf", { name: source.title });
}

export const StartFrom = memo(function StartFrom(props: StartFromProps) {
  const t = useT("launch");
  const [open, setOpen] = useState(false);
  const title = useSourceTitle(props);
  return (
    <>
      <Button
        className="w-80 max-w-full justify-between font-normal"
        aria-haspopup="dialog"
        aria-label={t("preset.button", { name: title })}
        onPointerEnter={startWindow.preload}
        onFocus={startWindow.preload}
        onClick={() => setOpen(true)}
      >
        <span className="min-w-0 truncate">{title}</span>
        <ChevronsUpDown aria-hidden className="text-faint" />
      </Button>
      <Lazily code={startWindow} open={open}>
        {(StartFromDialog) => (
          <StartFromDialog
            open={open}
            onClose={() => setOpen(false)}
            presets={props.presets}
            engine={props.source.engine}
          />
        )}
      </Lazily>
    </>
  );
});
