// Owns what stands in for a view of a dataset until it is there.
import { useT } from "@/client/i18n/use-t.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";

export function PageSkeleton() {
  const t = useT("common");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-3 p-4 md:p-6">
      <Skeleton className="h-8 w-72 max-w-full" />
      <Skeleton className="h-9 rounded-lg" />
      <Skeleton className="h-40 rounded-lg" />
    </div>
  );
}
