// Owns sending one piece of a file. The only request of the page whose body is bytes.
import type { Upload } from "@/contract/dataset.ts";
import { routePaths } from "@/contract/route-paths.ts";
import { ApiFailure, urlOf } from "../http.ts";

export async function sendPiece(
  id: string,
  offset: number,
  piece: Blob,
  signal: AbortSignal,
): Promise<Upload> {
  const response = await fetch(urlOf("uploadPiece", { params: { id }, query: { offset } }), {
    method: routePaths.uploadPiece.method,
    credentials: "same-origin",
    headers: { "x-anneal": "1", "content-type": "application/octet-stream" },
    body: piece,
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ApiFailure(0, null);
  });
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new ApiFailure(response.status, body);
  return body;
}
