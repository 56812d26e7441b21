// Owns the shape of a sparkline: values -> SVG path. Refuses drawing; a value that is no number is a gap, never zero.

/** Inside a box of width x height, one unit of padding, so that the line is not cut at its extremes. */
export function sparklinePath(values: readonly (number | null)[], width: number, height: number): string {
  const finite = values.filter((value) => value !== null && Number.isFinite(value)).map(Number);
  if (finite.length === 0) return "";
  const low = Math.min(...finite);
  const span = Math.max(...finite) - low;
  const x = (index: number) =>
    values.length === 1 ? width / 2 : 1 + (index / (values.length - 1)) * (width - 2);
  const y = (value: number) => (span === 0 ? height / 2 : 1 + (1 - (value - low) / span) * (height - 2));

  const parts: string[] = [];
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value === null || !Number.isFinite(value)) {
      drawing = false;
      continue;
    }
    const point = `${round(x(index))} ${round(y(value))}`;
    // A zero-length line with round caps is a dot: a point between two gaps stays visible.
    const alone = !drawing && !isNumber(values[index + 1]);
    parts.push(drawing ? `L${point}` : alone ? `M${point}L${point}` : `M${point}`);
    drawing = true;
  }
  return parts.join("");
}

function isNumber(value: number | null | undefined): boolean {
  return value !== null && value !== undefined && Number.isFinite(value);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
