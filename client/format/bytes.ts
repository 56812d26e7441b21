// Owns how sizes in bytes read: binary units, as memory and disks of this trade are counted.
const units = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

export function formatBytes(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return "–";
  let value = bytes;
  let unit: (typeof units)[number] = "B";
  for (const next of units) {
    unit = next;
    // 1023.6 KiB would show as 1024 KiB.
    if (Math.abs(value) < 1023.5) break;
    if (next !== "TiB") value /= 1024;
  }
  const digits = unit === "B" || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}
