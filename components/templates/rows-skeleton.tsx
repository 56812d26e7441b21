// Owns what stands in for a list until it is there, of the size of what is coming.
import { useT } from "@/client/i18n/use-t.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";

const rows = ["a", "b", "c", "d", "e", "f"];

export function RowsSkeleton() {
  const t = useT("common");
  return (
    <div role="status" aria-label={t("loading")}>
      {rows.map((row) => (
        <div key={row} className="flex h-9 items-center gap-6 border-b px-4 md:px-6">
          <Skeleton className="w-44 max-w-[45%]" />
          <Skeleton className="w-24" />
          <Skeleton className="ml-auto hidden w-64 md:block" />
        </div>
      ))}
    </div>
  );
}
