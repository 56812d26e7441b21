// Owns the frame of code that scrolls inside and never widens the page.
import type { ReactNode } from "react";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

export function CodeScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      {...focusable}
      className="max-h-[28rem] min-w-0 overflow-auto rounded-md border bg-background p-2.5"
    >
      <pre className="w-max min-w-full font-mono text-xs leading-4.5">{children}</pre>
    </section>
  );
}
