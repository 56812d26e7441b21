// Owns the controls of how all charts look: smoothing, scale, x, zoom. What they say stands in the address.
"use client";
import { ZoomOut } from "lucide-react";
import { useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Select } from "@/components/ui/select.tsx";
import { Slider } from "@/components/ui/slider.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { type ChartSettings, xKinds } from "./chart-settings.ts";
import type { XKind } from "./ticks.ts";

type ChartControlsProps = {
  settings: ChartSettings;
  onChange: (change: Partial<ChartSettings>) => void;
  /** What x may be. */
  kinds?: readonly XKind[];
  /** While the slider is being dragged the charts already follow; the address only in the end. */
  smoothing: number;
  onSmoothing: (value: number) => void;
};

export function ChartControls({
  settings,
  onChange,
  kinds = xKinds,
  smoothing,
  onSmoothing,
}: ChartControlsProps) {
  const t = useT("run");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
      <span className="flex items-center gap-2">
        {t("chart.smoothing")}
        <Slider
          className="w-24"
          aria-label={t("chart.smoothing")}
          min={0}
          max={0.99}
          step={0.01}
          value={smoothing}
          onValueChange={onSmoothing}
          onValueCommitted={(value) => onChange({ smoothing: value })}
        />
        <span className="w-7 tabular-nums">{smoothing.toFixed(2)}</span>
      </span>
      <Switch checked={settings.log} onCheckedChange={(log) => onChange({ log })} className="text-xs">
        {t("chart.logScale")}
      </Switch>
      <Select
        className="h-7 w-28 text-xs"
        aria-label={t("chart.xAxis")}
        value={settings.x}
        onValueChange={(x) => onChange({ x })}
        items={kinds.map((value) => ({ value, label: t(`chart.at.${value}`) }))}
      />
      <Tooltip content={t("chart.resetZoom")}>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t("chart.resetZoom")}
          disabled={settings.zoom === null}
          onClick={() => onChange({ zoom: null })}
          className={cn("size-7", settings.zoom === null && "max-md:hidden md:invisible")}
        >
          <ZoomOut aria-hidden />
        </Button>
      </Tooltip>
    </div>
  );
}

/** The smoothing as dragged, and as it stands in the address when nobody drags. */
export function useSmoothing(committed: number): [value: number, set: (value: number) => void] {
  const [dragged, setDragged] = useState({ from: committed, value: committed });
  const value = dragged.from === committed ? dragged.value : committed;
  return [value, (next) => setDragged({ from: committed, value: next })];
}
