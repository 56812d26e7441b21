// Owns sending files from the browser: drop or choose, the queue of this visit, what an earlier visit has left.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Upload as UploadIcon } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { namedFiles } from "@/client/datasets/upload-files.ts";
import { uploadQueue, useUploadJobs } from "@/client/datasets/use-uploads.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { cn } from "@/components/ui/cn.ts";
import { EarlierUpload } from "./earlier-upload.tsx";
import { MediaLine, ownLine } from "./media-line.tsx";
import { UploadLine } from "./upload-line.tsx";

export function UploadSource({ dir }: { dir: string | undefined }) {
  const t = useT("datasets");
  const jobs = useUploadJobs();
  const uploads = useQuery(datasetQueries.uploads());
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const mine = new Set(jobs.flatMap(({ state }) => ("id" in state && state.id ? [state.id] : [])));
  const earlier = (uploads.data ?? []).filter(({ id }) => !mine.has(id));
  const add = (files: FileList | null) => uploadQueue.add(namedFiles([...(files ?? [])]), dir);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <section
        aria-label={t("upload.drop")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-start gap-2 rounded-lg border border-border-strong border-dashed p-6 transition-colors",
          over && "border-accent bg-accent-surface",
        )}
      >
        <p className="flex items-center gap-2 font-medium text-sm">
          <UploadIcon aria-hidden className="size-4 text-muted" />
          {t("upload.drop")}
        </p>
        <p className="max-w-prose text-muted text-sm">{t("upload.hint")}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t("upload.choose")}
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
        <input
          ref={(element) => {
            folder.current = element;
            // The way every browser spells "a whole folder"; React has no name for it.
            element?.setAttribute("webkitdirectory", "");
          }}
          type="file"
          hidden
          aria-label={t("upload.folder")}
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
        <div className="mt-1 flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => input.current?.click()}>
            {t("upload.choose")}
          </Button>
          <Button onClick={() => folder.current?.click()}>{t("upload.folder")}</Button>
        </div>
      </section>
      {jobs.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("upload.queue")}</CardTitle>
          </CardHeader>
          <ul>
            <MediaLine jobs={jobs} />
            {jobs.filter(ownLine).map((job) => (
              <UploadLine key={job.key} job={job} dir={dir} />
            ))}
          </ul>
        </Card>
      ) : null}
      {earlier.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("upload.earlier")}</CardTitle>
          </CardHeader>
          <ul>
            {earlier.map((upload) => (
              <EarlierUpload key={upload.id} upload={upload} dir={dir} />
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
