// Owns registering what was looked at: an upload is put into the folder first, and only once, even when the entry is refused.
"use client";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { uploadQueue } from "@/client/datasets/use-uploads.ts";
import { type GuessInput, useFinishUpload, useSaveDataset } from "@/client/queries/datasets.ts";
import type { DatasetDefinition } from "@/contract/dataset.ts";

export type GuessSource = Pick<GuessInput, "path" | "text" | "upload">;
type Wish = { name: string; definition: DatasetDefinition };

export function useRegister(from: GuessSource, dir: string | undefined) {
  const finish = useFinishUpload();
  const save = useSaveDataset();
  const placed = useRef<string | null>(null);
  return useMutation({
    async mutationFn({ name, definition }: Wish) {
      if (from.upload === undefined) return save.mutateAsync({ name, dir, definition, text: from.text });
      placed.current ??= (await finish.mutateAsync({ id: from.upload, dir })).file;
      const saved = await save.mutateAsync({
        name,
        dir,
        definition: { ...definition, file_name: placed.current },
      });
      uploadQueue.drop(from.upload);
      return saved;
    },
  });
}
