// Owns the tabs beside the models: asks once for everything that can be chosen and added, and draws what the URL names.
"use client";
import { useQuery } from "@tanstack/react-query";
import { TemplatesMessages } from "@/client/i18n/screens/templates-messages.tsx";
import { useT } from "@/client/i18n/use-t.ts";
import { additionQueries } from "@/client/queries/additions.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { LoadFailure } from "@/components/shared/load-failure.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { AdditionsContext } from "./additions-context.tsx";
import { useLibraryAddress } from "./address.ts";
import { GroupEditor } from "./group-editor.tsx";
import { GroupList } from "./group-list.tsx";
import { LibraryTabs } from "./library-tabs.tsx";
import { PluginEditor } from "./plugin-editor.tsx";
import { PluginList } from "./plugin-list.tsx";
import { RowsSkeleton } from "./rows-skeleton.tsx";
import { TemplateDetail } from "./template-detail.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { TemplateList } from "./template-list.tsx";

export function AdditionsScreen() {
  return (
    <TemplatesMessages>
      <Asked />
    </TemplatesMessages>
  );
}

function Asked() {
  const t = useT("models");
  const { tab } = useLibraryAddress();
  const engines = useQuery(engineQueries.list());
  const engine = engines.data?.[0];
  const answer = useQuery({ ...additionQueries.list(engine?.id ?? ""), enabled: engine !== undefined });
  const failed = engines.isLoadingError ? engines : answer.isLoadingError ? answer : null;
  if (engine && answer.data)
    return (
      <AdditionsContext value={{ engine, additions: answer.data }}>
        <Opened />
      </AdditionsContext>
    );
  return (
    <>
      <PageHeader title={t(`tabs.${tab}`)}>
        <LibraryTabs />
      </PageHeader>
      {failed ? <LoadFailure question={failed} /> : <RowsSkeleton />}
    </>
  );
}

/** Keyed by what is open, so that nothing of one thing is left in the form of another. */
function Opened() {
  const { tab, view } = useLibraryAddress();
  const key = JSON.stringify(view);
  if (tab === "plugins")
    return view.kind === "list" ? <PluginList /> : <PluginEditor key={key} view={view} />;
  if (tab === "groups") return view.kind === "list" ? <GroupList /> : <GroupEditor key={key} view={view} />;
  if (view.kind === "list") return <TemplateList />;
  if (view.kind === "show") return <TemplateDetail key={key} name={view.name} />;
  return <TemplateEditor key={key} view={view} />;
}
