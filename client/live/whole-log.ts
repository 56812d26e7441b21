// Owns reading a run's whole log from the server, all attempts, as one file. Refuses to hold it as a string.
import { call } from "../http.ts";

const PIECE = 1 << 20;

export async function readWholeLog(runId: string, attempts: number): Promise<Blob> {
  const pieces: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) pieces.push(`\n=== attempt ${attempt} ===\n`);
    for (let offset = 0; ; ) {
      const query = { attempt, offset, limit: PIECE };
      const chunk = await call("runLog", { params: { id: runId }, query });
      pieces.push(chunk.text);
      if (chunk.end <= offset || chunk.end >= chunk.size) break;
      offset = chunk.end;
    }
  }
  return new Blob(pieces, { type: "text/plain;charset=utf-8" });
}
