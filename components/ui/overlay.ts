// Owns the look and motion that every popup shares. Refuses the look of any one popup.
export const backdropClass =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const popupClass =
  "rounded-lg border border-border bg-overlay text-foreground shadow-overlay outline-none transition-[opacity,transform] duration-120 origin-(--transform-origin) data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0";

export const positionerClass = "z-50 outline-none";

export const optionClass =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-disabled:text-faint data-highlighted:bg-surface-2 pointer-coarse:min-h-10";

export const groupLabelClass = "px-2 pt-2 pb-1 text-2xs font-medium text-faint";

export const controlClass =
  "h-8 w-full min-w-0 rounded-md border border-border-strong bg-surface px-2.5 text-sm text-foreground transition-colors hover:border-muted focus-visible:-outline-offset-1 disabled:cursor-not-allowed disabled:border-border disabled:bg-surface-2 disabled:text-faint data-disabled:cursor-not-allowed data-disabled:border-border data-disabled:bg-surface-2 data-disabled:text-faint aria-invalid:border-danger data-invalid:border-danger pointer-coarse:h-10";
