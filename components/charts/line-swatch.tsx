// Owns the little piece of line that names a series: its colour, its dash and its dots.
import type { LineLook } from "./plot-options.ts";

export function LineSwatch({ look }: { look: LineLook }) {
  const color = `var(--series-${look.color})`;
  return (
    <svg aria-hidden width={18} height={8} className="shrink-0">
      <line
        x1={0}
        x2={18}
        y1={4}
        y2={4}
        stroke={color}
        strokeWidth={2}
        strokeDasharray={look.dash.join(" ")}
      />
      {look.dots ? (
        <circle cx={9} cy={4} r={2.5} fill="var(--surface)" stroke={color} strokeWidth={1.5} />
      ) : null}
    </svg>
  );
}
