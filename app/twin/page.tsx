// Owns one address: a config on the other engine, made of a run (?run=) or of a text of this tab (?taken=).
import { Suspense } from "react";
import { CompareMessages } from "@/client/i18n/screens/compare-messages.tsx";
import { CompareSkeleton } from "@/components/compare/compare-skeleton.tsx";
import { TwinScreen } from "@/components/compare/twin-screen.tsx";

export default function Page() {
  return (
    <CompareMessages>
      <Suspense fallback={<CompareSkeleton />}>
        <TwinScreen />
      </Suspense>
    </CompareMessages>
  );
}
