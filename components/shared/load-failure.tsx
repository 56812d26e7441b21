// Owns what stands where an answer did not come: what happened, why, what to do, and asking once more.
"use client";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";

type LoadFailureProps = {
  /** A question of the cache that has failed. */
  question: { error: unknown; isFetching: boolean; refetch: () => unknown };
};

export function LoadFailure({ question }: LoadFailureProps) {
  const common = useT("common");
  const textOf = useFailureText();
  return (
    <div className="p-4 md:px-6">
      <ErrorState
        className="max-w-3xl"
        {...textOf(question.error)}
        action={
          <Button size="sm" busy={question.isFetching} onClick={() => void question.refetch()}>
            {common("retry")}
          </Button>
        }
      />
    </div>
  );
}
