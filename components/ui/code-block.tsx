// Owns text that is read as it stands: commands, paths, tracebacks. Scrolls inside, never widens the page.
"use client";
import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

type CodeBlockProps = {
  code: string;
  /** Accessible name of the scrolling region. */
  label: string;
  wrap?: boolean;
  copy?: boolean;
  className?: string;
};

export function CodeBlock({ code, label, wrap = false, copy = true, className }: CodeBlockProps) {
  return (
    <div
      data-slot="code-block"
      className={cn("relative flex min-w-0 rounded-md border bg-background", className)}
    >
      <section aria-label={label} {...focusable} className="min-w-0 flex-1 overflow-auto rounded-md p-2.5">
        <pre
          className={cn(
            "w-max min-w-full font-mono text-xs",
            wrap && "w-auto whitespace-pre-wrap break-words",
          )}
        >
          {code}
        </pre>
      </section>
      {copy ? <CopyButton text={code} className="sticky top-0 m-0.5 size-7 shrink-0" /> : null}
    </div>
  );
}
