// Owns what the run page shows while the run is being read: everything at its final place and size.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";

export function RunSkeleton() {
  const t = useT("run");
  const common = useT("common");
  return (
    <>
      <PageHeader
        title={t("title")}
        heading={
          <h1 className="flex h-7 items-center">
            <span className="sr-only">{common("loading")}</span>
            <Skeleton className="h-5 w-56" />
          </h1>
        }
        actions={<Skeleton className="h-8 w-40" />}
      >
        <Skeleton className="h-1.5 rounded-full" />
        <div className="h-9" />
      </PageHeader>
      <div className="grid gap-4 p-4 md:p-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex flex-col gap-4">
          <Skeleton className="h-82 rounded-lg" />
          <div className="grid gap-4 sm:grid-cols-2">
            <Skeleton className="h-46 rounded-lg" />
            <Skeleton className="h-46 rounded-lg" />
          </div>
        </div>
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </>
  );
}
