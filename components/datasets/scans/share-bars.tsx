// Owns a list of names with their counts and a bar each, the most first.
"use client";
import { formatPercent } from "@/client/format/number.ts";
import { useLocale } from "@/client/i18n/use-t.ts";

type ShareBarsProps = { title: string; items: readonly { name: string; count: number }[] };

export function ShareBars({ title, items }: ShareBarsProps) {
  const locale = useLocale();
  const total = items.reduce((sum, { count }) => sum + count, 0);
  const ordered = [...items].sort((a, b) => b.count - a.count);
  if (ordered.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium text-sm">{title}</h3>
      <ul className="flex flex-col gap-1.5 text-xs tabular-nums">
        {ordered.map(({ name, count }) => (
          <li key={name} className="grid grid-cols-[minmax(5rem,8rem)_minmax(0,1fr)_auto] items-center gap-2">
            <span className="truncate">{name}</span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-2">
              <span
                className="block h-full rounded-full bg-(--series-1)"
                style={{ width: `${total > 0 ? Math.max(1, (count / total) * 100) : 0}%` }}
              />
            </span>
            <span className="text-right text-muted">
              {count.toLocaleString(locale)} · {formatPercent(total > 0 ? count / total : 0)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
