// Owns one address: runs on one chart, named by ?runs=.
import { Suspense } from "react";
import { CompareMessages } from "@/client/i18n/screens/compare-messages.tsx";
import { CompareScreen } from "@/components/compare/compare-screen.tsx";
import { CompareSkeleton } from "@/components/compare/compare-skeleton.tsx";

export default function Page() {
  return (
    <CompareMessages>
      <Suspense fallback={<CompareSkeleton />}>
        <CompareScreen />
      </Suspense>
    </CompareMessages>
  );
}
