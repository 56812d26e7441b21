// Owns one address: Settings
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";

export default function Page() {
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-2 p-6">
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </div>
    </>
  );
}
