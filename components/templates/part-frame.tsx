// Owns the frame around a part of a form that has several controls: its name, its help, what is wrong with it.
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { HelpTip } from "@/components/ui/help-tip.tsx";

type PartFrameProps = {
  name: string;
  help?: string;
  problem: string | null;
  /** Of the words of the problem, for controls to point to. */
  problemId: string;
  children: ReactNode;
};

export function PartFrame({ name, help, problem, problemId, children }: PartFrameProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 flex min-h-5 items-center gap-0.5 font-medium text-sm">
        {name}
        {help ? (
          <HelpTip className="-my-0.5 grid size-6 place-items-center rounded-sm text-faint hover:text-foreground">
            {help}
          </HelpTip>
        ) : null}
      </legend>
      {children}
      {problem === null ? null : (
        <p id={problemId} className="flex items-start gap-1 text-danger text-xs">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {problem}
        </p>
      )}
    </fieldset>
  );
}
