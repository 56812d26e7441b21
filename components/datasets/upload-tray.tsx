// Owns the small card that says how far uploads are while a person walks through other screens.
"use client";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { addHref, readAddress } from "@/client/datasets/address.ts";
import { useUploadJobs } from "@/client/datasets/use-uploads.ts";
import { DatasetsMessages } from "@/client/i18n/screens/datasets-messages.tsx";
import { useT } from "@/client/i18n/use-t.ts";
import { MediaLine, ownLine } from "./add/media-line.tsx";
import { UploadLine } from "./add/upload-line.tsx";

export function UploadTray() {
  return (
    <DatasetsMessages>
      <Suspense>
        <Tray />
      </Suspense>
    </DatasetsMessages>
  );
}

function Tray() {
  const t = useT("datasets");
  const jobs = useUploadJobs();
  const path = usePathname();
  const address = readAddress(useSearchParams());
  const isShownThere = path.startsWith("/datasets") && address.kind === "add";
  if (jobs.length === 0 || isShownThere) return null;
  return (
    <section
      aria-label={t("upload.tray")}
      className="fixed right-3 bottom-18 z-30 w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border bg-overlay shadow-overlay md:bottom-3"
    >
      <h2 className="flex items-center justify-between gap-2 border-b px-3 py-2 font-medium text-sm">
        {t("upload.tray")}
        <Link href={addHref("upload")} className="font-normal text-accent-text text-xs hover:underline">
          {t("upload.showAll")}
        </Link>
      </h2>
      <ul className="max-h-48 overflow-y-auto">
        <MediaLine jobs={jobs} />
        {jobs.filter(ownLine).map((job) => (
          <UploadLine key={job.key} job={job} />
        ))}
      </ul>
    </section>
  );
}
