// Owns one address: a run, named by ?id=.
import { Suspense } from "react";
import { RunPage } from "@/components/run/run-page.tsx";
import { RunSkeleton } from "@/components/run/run-skeleton.tsx";

export default function Page() {
  return (
    <Suspense fallback={<RunSkeleton />}>
      <RunPage />
    </Suspense>
  );
}
