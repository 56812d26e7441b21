// Owns the row around a control: label, help, unit, the dot of a changed value, the error. Refuses form state.
"use client";
import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn.ts";
import { HelpTip } from "./help-tip.tsx";
import { Tooltip } from "./tooltip.tsx";

export function Field({
  className,
  ...props
}: Omit<BaseField.Root.Props, "className"> & { className?: string }) {
  return (
    <BaseField.Root data-slot="field" className={cn("flex min-w-0 flex-col gap-1", className)} {...props} />
  );
}

type FieldLabelProps = {
  children: ReactNode;
  /** Plain-language help, shown on hover, press and tap. */
  help?: ReactNode;
  unit?: ReactNode;
  /** The value differs from the default; with `onReset` the dot becomes a button that puts it back. */
  modified?: boolean;
  onReset?: () => void;
  className?: string;
};

export function FieldLabel({ children, help, unit, modified = false, onReset, className }: FieldLabelProps) {
  return (
    <span data-slot="field-label" className={cn("flex min-h-5 items-center gap-0.5", className)}>
      <BaseField.Label className="truncate font-medium text-sm">{children}</BaseField.Label>
      {unit ? <span className="ml-1 text-faint text-xs">{unit}</span> : null}
      {help ? (
        <HelpTip className="-my-0.5 grid size-6 place-items-center rounded-sm text-faint hover:text-foreground">
          {help}
        </HelpTip>
      ) : null}
      {modified ? <Modified onReset={onReset} /> : null}
    </span>
  );
}

function Modified({ onReset }: { onReset?: () => void }) {
  const t = useTranslations("common");
  if (!onReset) {
    return (
      <span
        role="img"
        aria-label={t("modified")}
        title={t("modified")}
        className="ml-1.5 size-1.5 rounded-full bg-accent"
      />
    );
  }
  return (
    <Tooltip content={t("reset")}>
      <button
        type="button"
        onClick={onReset}
        aria-label={t("reset")}
        className="group/reset -my-0.5 grid size-6 place-items-center rounded-sm text-faint hover:text-foreground"
      >
        <span className="size-1.5 rounded-full bg-accent group-hover/reset:hidden group-focus-visible/reset:hidden" />
        <RotateCcw
          aria-hidden
          className="hidden size-3 group-hover/reset:block group-focus-visible/reset:block"
        />
      </button>
    </Tooltip>
  );
}

export function FieldHelp({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <BaseField.Description data-slot="field-help" className={cn("text-muted text-xs", className)}>
      {children}
    </BaseField.Description>
  );
}

/** Shows when it has something to say; the Field is then given `invalid` by its owner. */
export function FieldError({ children, className }: { children?: ReactNode; className?: string }) {
  if (!children) return null;
  return (
    <BaseField.Error
      match
      data-slot="field-error"
      className={cn("flex items-start gap-1 text-danger text-xs", className)}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0">{children}</span>
    </BaseField.Error>
  );
}
