// Owns the word-sized line of a row: the course of the loss at a glance. Refuses axes and interaction.
import { sparklinePath } from "./sparkline-path.ts";

const width = 72;
const height = 20;

export type SparklineProps = {
  /** Oldest first; null is a gap. */
  values: readonly (number | null)[];
  /** What a screen reader says, such as "Loss, from 2.31 to 1.20". */
  label: string;
  className?: string;
};

export function Sparkline({ values, label, className }: SparklineProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={className}
      data-slot="sparkline"
    >
      <path
        d={sparklinePath(values, width, height)}
        fill="none"
        stroke="var(--series-1)"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
