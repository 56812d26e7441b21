// Owns the frame of one part of the launch form: its heading and the one line that says what it is about.
import { type ReactNode, useId } from "react";

export type SectionProps = { title: string; help?: ReactNode; aside?: ReactNode; children: ReactNode };

export function Section({ title, help, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-3 border-t px-4 py-4 first:border-t-0 md:px-6"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {help ? (
          <p className="min-w-0 flex-1 basis-64 text-muted text-xs max-sm:order-last max-sm:basis-full">
            {help}
          </p>
        ) : null}
        {aside ? <div className="max-sm:ml-auto">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
