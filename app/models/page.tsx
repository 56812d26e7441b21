// Owns one address: the models on this machine.
import { Suspense } from "react";
import { ModelsScreen } from "@/components/models/models-screen.tsx";

export default function Page() {
  return (
    <Suspense>
      <ModelsScreen />
    </Suspense>
  );
}
