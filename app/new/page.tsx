// Owns one address: New run
import { Suspense } from "react";
import { LaunchMessages } from "@/client/i18n/screens/launch-messages.tsx";
import { LaunchScreen } from "@/components/launch/launch-screen.tsx";
import { LaunchSkeleton } from "@/components/launch/launch-skeleton.tsx";

export default function Page() {
  return (
    <LaunchMessages>
      <Suspense fallback={<LaunchSkeleton />}>
        <LaunchScreen />
      </Suspense>
    </LaunchMessages>
  );
}
