// Owns one line of a list of templates, groups or plugins: the way in, what it is, what is wrong with it.
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type EntryRowProps = { href: string; name: string; problem: string | null; children: ReactNode };

export function EntryRow({ href, name, problem, children }: EntryRowProps) {
  return (
    <li className="relative flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5 text-xs hover:bg-surface-2/60 md:px-6">
      <Link
        href={href}
        className="min-w-0 basis-56 truncate font-medium text-sm after:absolute after:inset-0"
      >
        {name}
      </Link>
      {children}
      {problem === null ? null : (
        <p className="flex basis-full items-start gap-1 text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {problem}
        </p>
      )}
    </li>
  );
}

/** Names that go on as long as there is room; a line of their own on a phone. */
export function NamesInRow({ names }: { names: readonly string[] }) {
  return (
    <span
      title={names.join(", ")}
      className="order-last min-w-0 basis-full truncate text-muted sm:order-none sm:flex-1 sm:basis-0"
    >
      {names.join(", ")}
    </span>
  );
}
