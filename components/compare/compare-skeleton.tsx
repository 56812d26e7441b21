// Owns the place of a page for two engines while it is being read.
import { Skeleton } from "@/components/ui/skeleton.tsx";

export function CompareSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-4 p-4 md:p-6">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-72 w-full" />
      <Skeleton className="h-48 w-full" />
    </div>
  );
}
