// Owns the frame of the pages before the studio: its name, one heading, a narrow column.
import type { ReactNode } from "react";

export function GatePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-5 px-4 pt-[14vh] pb-10">
      <title>{`${title} · Anneal`}</title>
      <p className="font-semibold text-muted text-sm">Anneal</p>
      <h1 className="font-semibold text-xl">{title}</h1>
      {children}
    </main>
  );
}
