// Owns one address: the datasets of this machine, one of them, and adding another.
import { Suspense } from "react";
import { DatasetsMessages } from "@/client/i18n/screens/datasets-messages.tsx";
import { DatasetsScreen } from "@/components/datasets/datasets-screen.tsx";

export default function Page() {
  return (
    <DatasetsMessages>
      <Suspense>
        <DatasetsScreen />
      </Suspense>
    </DatasetsMessages>
  );
}
