// Owns how the CLI writes numbers and times. Refuses locales: its output is read by scripts' authors too.
import type { RunProgress } from "../../contract/run.ts";
import type { MetricValue } from "../../contract/run-event.ts";

export function formatNumber(value: MetricValue | null | undefined): string {
  if (typeof value !== "number") return value ?? "";
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(1);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

export function formatBytes(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${Number((bytes / 1024 ** power).toPrecision(3))} ${units[power]}`;
}

/** "120/300", "3.2 GiB/5.4 GiB"; nothing before the first is known. */
export function formatProgress(progress: RunProgress | null): string {
  if (progress === null) return "";
  const format = progress.unit === "bytes" ? formatBytes : formatNumber;
  return `${format(progress.done)}/${format(progress.total)}`;
}

/** Columns as wide as their widest cell, the last one free. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
