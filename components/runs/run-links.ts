// Owns the addresses this screen leads to.

export function runHref(id: string): string {
  return `/run/?id=${id}`;
}

export function duplicateHref(id: string): string {
  return `/new/?from=${id}`;
}

export function demoHref(demo: "text" | "vision"): string {
  return `/new/?preset=demo-${demo}`;
}
