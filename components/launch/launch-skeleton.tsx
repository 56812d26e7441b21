// Owns the placeholder of the New run screen: the shapes that are coming, at their size.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";

const fields = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

export function LaunchSkeleton() {
  const t = useT("launch");
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="grid gap-6 p-4 md:p-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]" aria-hidden>
        <div className="grid content-start gap-x-4 gap-y-5 sm:grid-cols-3">
          {fields.map((field) => (
            <div key={field} className="flex flex-col gap-1.5">
              <Skeleton className="h-4 w-24" />
              <Skeleton className="h-8" />
            </div>
          ))}
        </div>
        <Skeleton className="hidden h-[60vh] rounded-lg lg:block" />
      </div>
    </>
  );
}
