// Owns one address: all runs.
import { Suspense } from "react";
import { RunsScreen } from "@/components/runs/runs-screen.tsx";

export default function Page() {
  return (
    <Suspense>
      <RunsScreen />
    </Suspense>
  );
}
