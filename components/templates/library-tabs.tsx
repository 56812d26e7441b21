// Owns the row of links between models, model groups, templates and plugins.
"use client";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import { libraryHref, libraryTabs, useLibraryAddress } from "./address.ts";

export function LibraryTabs() {
  const t = useT("models");
  const { tab } = useLibraryAddress();
  return (
    <nav aria-label={t("tabs.label")} className="flex gap-4 overflow-x-auto">
      {libraryTabs.map((each) => (
        <Link
          key={each}
          href={libraryHref(each)}
          aria-current={each === tab ? "page" : undefined}
          className={cn(
            "inline-flex h-9 items-center whitespace-nowrap border-transparent border-b-2 text-muted text-sm outline-offset-[-2px] transition-colors hover:text-foreground pointer-coarse:h-11",
            each === tab && "border-accent text-foreground",
          )}
        >
          {t(`tabs.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
