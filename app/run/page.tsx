// Owns one address: a run, named by ?id=.
import { Suspense } from "react";
import { RunMessages } from "@/client/i18n/screens/run-messages.tsx";
import { RunPage } from "@/components/run/run-page.tsx";
import { RunSkeleton } from "@/components/run/run-skeleton.tsx";

export default function Page() {
  return (
    <RunMessages>
      <Suspense fallback={<RunSkeleton />}>
        <RunPage />
      </Suspense>
    </RunMessages>
  );
}
