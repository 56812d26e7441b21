// Owns the place and the look of the machine's meters at the foot of the sidebar. The numbers come in from above.
import { Progress } from "@/components/ui/progress.tsx";

export type Meter = { id: string; label: string; value: string; share: number; title?: string };

export function SidebarStatus({ meters }: { meters: readonly Meter[] }) {
  if (meters.length === 0) return null;
  return (
    <ul data-slot="sidebar-status" className="flex flex-col gap-2 border-t px-2 pt-2.5">
      {meters.map((meter) => (
        <li key={meter.id} title={meter.title} className="flex flex-col gap-1 text-xs">
          <span className="flex justify-between gap-2">
            <span className="truncate text-muted">{meter.label}</span>
            <span className="shrink-0 tabular-nums">{meter.value}</span>
          </span>
          <Progress
            value={meter.share}
            tone={meter.share > 0.92 ? "warning" : "neutral"}
            aria-label={meter.label}
            className="h-1"
          />
        </li>
      ))}
    </ul>
  );
}
