// Owns one address: the models on this machine.
import { Suspense } from "react";
import { ModelsMessages } from "@/client/i18n/screens/models-messages.tsx";
import { ModelsScreen } from "@/components/models/models-screen.tsx";

export default function Page() {
  return (
    <ModelsMessages>
      <Suspense>
        <ModelsScreen />
      </Suspense>
    </ModelsMessages>
  );
}
