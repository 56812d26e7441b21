// Owns what stands in for the datasets until they are there, of the size of what is coming.
import { useT } from "@/client/i18n/use-t.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";

const rows = ["a", "b", "c", "d"];

export function ListSkeleton() {
  const t = useT("common");
  return (
    <div role="status" aria-label={t("loading")} className="md:pt-9">
      {rows.map((row) => (
        <div key={row} className="flex h-24 items-center gap-6 border-b px-4 md:h-9 md:px-6">
          <Skeleton className="w-44 max-w-[45%]" />
          <Skeleton className="w-24" />
          <Skeleton className="ml-auto hidden w-64 md:block" />
        </div>
      ))}
    </div>
  );
}
