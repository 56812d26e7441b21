// Owns a card that says where a run stands and what can be done, in the tone of its state.
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn.ts";

const tones = {
  neutral: "bg-surface [&>svg]:text-muted",
  warning: "border-warning/40 bg-warning-surface [&>svg]:text-warning",
  success: "border-success/40 bg-success-surface [&>svg]:text-success",
  magenta: "border-magenta/40 bg-magenta-surface [&>svg]:text-magenta",
};

export type NoticeProps = {
  tone: keyof typeof tones;
  icon: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

export function Notice({ tone, icon, title, children, actions }: NoticeProps) {
  return (
    <section
      className={cn(
        "flex min-w-0 flex-wrap gap-x-2.5 gap-y-2 rounded-lg border p-3 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
        tones[tone],
      )}
    >
      {icon}
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h2 className="font-medium">{title}</h2>
        {children ? <div className="max-w-prose break-words">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 max-sm:w-full">{actions}</div> : null}
    </section>
  );
}
