// Owns the two names over anything shown side by side, with the colour and dash that each has in charts.
import { LineSwatch } from "@/components/charts/line-swatch.tsx";
import { lookOf } from "./run-looks.ts";

export function SideName({ name, at }: { name: string; at: number }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <LineSwatch look={lookOf(at)} />
      {name}
    </span>
  );
}
