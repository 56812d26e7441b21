// Owns how a key's field is found on the page, to lead a person to it.
export function fieldId(path: string): string {
  return `field-${path}`;
}

/** The control of a field, past the label's help and reset buttons. */
const CONTROL =
  "input:not([type=hidden]):not([aria-hidden]), textarea, [role=combobox], [role=switch], [role=radio]";

/** False when the key has no field on the page. */
export function focusField(path: string): boolean {
  const field = document.getElementById(fieldId(path));
  if (!field) return false;
  field.scrollIntoView({ block: "center" });
  field.querySelector<HTMLElement>(CONTROL)?.focus({ preventScroll: true });
  return true;
}
