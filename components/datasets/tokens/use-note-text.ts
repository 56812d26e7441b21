// Owns the words of a note on an encoded row, in the person's language. A code without words of ours shows the server's.
"use client";
import { useCallback } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { EncodeNote } from "@/contract/dataset-scan.ts";

export function useNoteText(): (note: EncodeNote) => string {
  const t = useT("dataset");
  return useCallback(
    ({ code, message, params }) => {
      const key = `encodeNotes.${code}` as const;
      return t.has(key) ? t(key, params) : message;
    },
    [t],
  );
}
