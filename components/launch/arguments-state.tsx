// Owns what is said while the engine's own list of keys is not there.
"use client";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { Arguments } from "./use-arguments.ts";

export function ArgumentsState({ known }: { known: Arguments }) {
  const t = useT("launch");
  const common = useT("common");
  const textOf = useFailureText();
  if (known.status === "told") return null;
  if (known.status === "asking")
    return (
      <p role="status" className="flex items-center gap-2 text-muted text-xs">
        <Spinner className="size-3.5" />
        {t("arguments.asking")}
      </p>
    );
  const { what } = textOf(known.error);
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
      {t("arguments.unknown")} {what}
      <Button size="sm" onClick={known.retry}>
        {common("retry")}
      </Button>
    </p>
  );
}
