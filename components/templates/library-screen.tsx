// Owns which tab of the models screen is drawn. What models alone do not need is loaded when it is opened.
"use client";
import { lazy, type ReactNode, Suspense } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { useLibraryAddress } from "./address.ts";
import { LibraryTabs } from "./library-tabs.tsx";
import { RowsSkeleton } from "./rows-skeleton.tsx";

const AdditionsScreen = lazy(() =>
  import("./additions-screen.tsx").then((file) => ({ default: file.AdditionsScreen })),
);

/** `models`: the screen of the first tab, which draws these tabs in its own header. */
export function LibraryScreen({ models }: { models: ReactNode }) {
  const t = useT("models");
  const { tab } = useLibraryAddress();
  if (tab === "models") return models;
  const waiting = (
    <>
      <PageHeader title={t(`tabs.${tab}`)}>
        <LibraryTabs />
      </PageHeader>
      <RowsSkeleton />
    </>
  );
  return (
    <Suspense fallback={waiting}>
      <AdditionsScreen />
    </Suspense>
  );
}
