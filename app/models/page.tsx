// Owns one address: the models on this machine, and the groups and templates models are chosen by.
import { Suspense } from "react";
import { ModelsMessages } from "@/client/i18n/screens/models-messages.tsx";
import { ModelsScreen } from "@/components/models/models-screen.tsx";
import { LibraryScreen } from "@/components/templates/library-screen.tsx";
import { LibraryTabs } from "@/components/templates/library-tabs.tsx";

export default function Page() {
  return (
    <ModelsMessages>
      <Suspense>
        <LibraryScreen models={<ModelsScreen tabs={<LibraryTabs />} />} />
      </Suspense>
    </ModelsMessages>
  );
}
