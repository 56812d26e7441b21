// Owns showing one picture, video or sound of a row: from the dataset's own folder only, and never playing by itself.
"use client";
import { useQuery } from "@tanstack/react-query";
import { AudioLines, Film, Image, Link2 } from "lucide-react";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { urlOf } from "@/client/http.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { type DatasetRef, datasetQueries } from "@/client/queries/datasets.ts";
import type { MediaKind } from "@/contract/dataset.ts";

const icons = { image: Image, video: Film, audio: AudioLines };

type MediaViewProps = { kind: MediaKind; source: string; dataset: DatasetRef | null };

export function MediaView({ kind, source, dataset }: MediaViewProps) {
  const t = useT("dataset");
  const [broken, setBroken] = useState(false);
  const isAddress = /^(?!file:)[a-z][a-z0-9+.-]*:\/\//i.test(source);
  const inRow = source === "base64" || source.startsWith("data:");
  const named = inRow ? t(`mediaKind.${kind}`) : source;
  if (inRow || isAddress || dataset === null) {
    const note = inRow ? t("mediaInRow") : isAddress ? t("mediaUrl") : null;
    return <Named kind={kind} name={named} note={note} isAddress={isAddress} />;
  }
  const src = urlOf("datasetMedia", {
    params: { name: dataset.name },
    query: { dir: dataset.dir, path: source },
  });
  if (broken) return <Broken kind={kind} source={source} dataset={dataset} />;
  return (
    <figure className="flex w-fit max-w-full flex-col gap-1">
      {kind === "image" ? (
        <img
          src={src}
          alt={source}
          loading="lazy"
          onError={() => setBroken(true)}
          className="max-h-72 min-h-8 w-auto max-w-full rounded-md border bg-surface-2 object-contain"
        />
      ) : kind === "video" ? (
        <video
          src={src}
          controls
          preload="metadata"
          aria-label={source}
          onError={() => setBroken(true)}
          className="max-h-72 w-96 max-w-full rounded-md border bg-surface-2"
        >
          <track kind="captions" />
        </video>
      ) : (
        <audio
          src={src}
          controls
          preload="metadata"
          aria-label={source}
          onError={() => setBroken(true)}
          className="w-80 max-w-full"
        >
          <track kind="captions" />
        </audio>
      )}
      <figcaption className="break-all font-mono text-2xs text-faint">{source}</figcaption>
    </figure>
  );
}

type NamedProps = { kind: MediaKind; name: string; note: string | null; isAddress?: boolean };

function Named({ kind, name, note, isAddress = false }: NamedProps) {
  const Icon = isAddress ? Link2 : icons[kind];
  return (
    <span className="flex w-fit max-w-full items-start gap-1.5 rounded-md border bg-surface-2 px-2 py-1 text-xs">
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-muted" />
      <span className="min-w-0">
        <span className="block break-all font-mono">{name}</span>
        {note ? <span className="block text-muted">{note}</span> : null}
      </span>
    </span>
  );
}

function Broken({ kind, source, dataset }: { kind: MediaKind; source: string; dataset: DatasetRef }) {
  const t = useT("dataset");
  const textOf = useFailureText();
  const { error } = useQuery(datasetQueries.mediaProblem(dataset, source));
  return <Named kind={kind} name={source} note={error ? textOf(error).what : t("mediaLoading")} />;
}
