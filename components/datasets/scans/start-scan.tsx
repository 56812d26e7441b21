// Owns what a view says before its work over the whole set has been started.
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state.tsx";

type StartScanProps = { icon: ReactNode; title: string; body: string; action: ReactNode };

export function StartScan(props: StartScanProps) {
  return <EmptyState className="px-0 sm:px-0" {...props} />;
}
