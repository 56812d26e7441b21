// Owns the words for a screen that broke: what, why, what to do, and the details for a report.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";

export function CrashScreen({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useT("shell");
  const common = useT("common");
  return (
    <>
      <PageHeader title={t("crash.title")} />
      <div className="p-4 md:p-6">
        <ErrorState
          what={t("crash.what")}
          why={t("crash.why")}
          todo={t("crash.todo")}
          details={error.stack ?? error.message}
          action={<Button onClick={onRetry}>{common("retry")}</Button>}
        />
      </div>
    </>
  );
}
