// Owns one address: New run
import { Suspense } from "react";
import { LaunchScreen } from "@/components/launch/launch-screen.tsx";
import { LaunchSkeleton } from "@/components/launch/launch-skeleton.tsx";

export default function Page() {
  return (
    <Suspense fallback={<LaunchSkeleton />}>
      <LaunchScreen />
    </Suspense>
  );
}
