// Owns what stands in for the list until it is there, of the size of what is coming.
import { useT } from "@/client/i18n/use-t.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";

const rows = ["a", "b", "c", "d", "e", "f"];

export function RunsSkeleton() {
  const t = useT("common");
  return (
    <div role="status" aria-label={t("loading")} className="md:pt-9">
      {rows.map((row) => (
        <div key={row} className="flex h-24 items-center gap-6 border-b px-4 md:h-9">
          <Skeleton className="w-20" />
          <Skeleton className="w-40 max-w-[40%]" />
          <Skeleton className="hidden flex-1 md:block" />
          <Skeleton className="hidden w-40 md:block" />
          <Skeleton className="ml-auto w-20" />
        </div>
      ))}
    </div>
  );
}
