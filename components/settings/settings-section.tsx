// Owns the frame of one group of settings: what it is at the left, its controls at the right.
import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card.tsx";

export type SettingsSectionProps = { title: string; body: string; children: ReactNode };

export function SettingsSection({ title, body, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-8">
      <div>
        <h2 id={id} className="font-medium text-sm">
          {title}
        </h2>
        <p className="text-muted text-xs">{body}</p>
      </div>
      <Card className="divide-y">{children}</Card>
    </section>
  );
}

/** One line: its name, then its control. */
export function SettingsRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2">
      <div className="text-sm">{name}</div>
      <div className="flex min-w-0 max-w-full items-center gap-1">{children}</div>
    </div>
  );
}
