// Owns the refusal of a file that cannot be read as what it is said to be. Refuses to leave out what to do about it.
import { StudioError } from "../../studio-error.ts";

export function unreadable(message: string, hint: string, reason?: string): StudioError {
  return new StudioError({
    code: "dataset.unreadable",
    message,
    hint,
    ...(reason !== undefined && { reason }),
  });
}
