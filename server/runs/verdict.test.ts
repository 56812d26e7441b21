// Shows how every way of ending is judged: what the engine said, what we asked, what the exit and the log tell.
import { describe, expect, it } from "vitest";
import type { ExitRecord } from "../executors/executor.ts";
import { readableTail } from "./failure.ts";
import { judge, type Observed } from "./verdict.ts";

const exit = (changes: Partial<ExitRecord>): ExitRecord => ({
  code: 0,
  signal: null,
  startedAt: 0,
  endedAt: 1,
  durationMs: 1,
  maxRssBytes: 2 ** 31,
  userSeconds: 1,
  systemSeconds: 1,
  oomKills: 0,
  terminated: "no",
  leftovers: 0,
  ...changes,
});
const steps = (done: number, total = 100) => ({ done, total, unit: "steps", message: null }) as const;
const quiet = { end: null, failed: null, began: true, progress: null };
const seen = (changes: Partial<Observed>): Observed => ({
  kind: "train",
  exit: exit({}),
  gone: null,
  request: null,
  figures: quiet,
  bridged: true,
  checkpoint: null,
  logTail: "",
  ...changes,
});
const said = (reason: "completed" | "paused" | "stopped", step = 40) => ({
  ...quiet,
  progress: steps(step),
  end: { reason, step },
});
const traceback = `noise
Traceback (most recent call last):
  File "a.py", line 1, in <module>
    main()
ValueError: Cannot find template nope.
`;

describe("judge", () => {
  it("believes the engine's own last word", () => {
    expect(judge(seen({ figures: said("completed", 100) }))).toEqual({ status: "succeeded" });
    expect(judge(seen({ figures: said("stopped") }))).toEqual({ status: "stopped", step: 40 });
    expect(judge(seen({ figures: said("paused"), checkpoint: "checkpoint-40" }))).toEqual({
      status: "paused",
      step: 40,
      checkpoint: "checkpoint-40",
    });
  });

  it("calls a run that was finished before our stop came a success", () => {
    const request = { id: "1", action: "stop" } as const;
    expect(judge(seen({ figures: said("completed", 100), request }))).toEqual({ status: "succeeded" });
  });

  it("does not take exit code 0 for success", () => {
    expect(judge(seen({ figures: { ...quiet, progress: steps(40) } }))).toMatchObject({
      status: "failed",
      reason: { code: "ended-early", message: expect.stringContaining("40 of 100 steps") },
    });
    expect(judge(seen({ bridged: false }))).toMatchObject({ reason: { code: "ended-early" } });
    expect(judge(seen({ kind: "merge" }))).toMatchObject({ reason: { code: "ended-early" } });
  });

  it("without a bridge trusts the log's count of steps", () => {
    const figures = { ...quiet, progress: steps(100) };
    expect(judge(seen({ bridged: false, figures }))).toEqual({ status: "succeeded" });
    expect(judge(seen({ bridged: false, kind: "merge" }))).toEqual({ status: "succeeded" });
  });

  it.each([
    ["stop", exit({ code: null, signal: "SIGTERM", terminated: "asked" }), { status: "stopped", step: 40 }],
    ["kill", exit({ code: null, signal: "SIGKILL", terminated: "killed" }), { status: "stopped", step: 40 }],
    ["pause", exit({ code: 143, terminated: "asked" }), { status: "paused", step: 40, checkpoint: "c" }],
    ["stop", exit({}), { status: "stopped", step: 40 }],
    ["kill", null, { status: "stopped", step: 40 }],
  ] as const)("after our %s", (action, record, verdict) => {
    const figures = { ...quiet, progress: steps(40) };
    expect(judge(seen({ request: { id: "1", action }, exit: record, checkpoint: "c", figures }))).toEqual(
      verdict,
    );
  });

  it("does not hide a crash behind a stop that was still waiting", () => {
    const request = { id: "1", action: "stop" } as const;
    expect(judge(seen({ request, exit: exit({ code: 1 }), logTail: traceback }))).toMatchObject({
      status: "failed",
      reason: { code: "engine-error" },
    });
  });

  it("says what was lost", () => {
    expect(
      judge(
        seen({
          exit: null,
          gone: { why: "restarted", reason: "The machine was restarted." },
          checkpoint: "checkpoint-40",
        }),
      ),
    ).toEqual({
      status: "lost",
      why: "restarted",
      message: "The machine was restarted. Resume it from checkpoint-40.",
    });
  });

  it("does not call paused what vanished before it could write anything, unless nothing was trained yet", () => {
    const request = { id: "1", action: "pause" } as const;
    const gone = { why: "restarted", reason: "The machine was restarted." } as const;
    expect(judge(seen({ exit: null, gone, request, figures: { ...quiet, progress: steps(5) } }))).toEqual({
      status: "lost",
      why: "restarted",
      message: "The machine was restarted. It had not yet done what was asked (pause). Retry it.",
    });
    expect(judge(seen({ exit: null, gone, request, figures: { ...quiet, began: false } }))).toMatchObject({
      status: "paused",
    });
  });
});

describe("reasons", () => {
  const reason = (
    record: Partial<ExitRecord>,
    logTail = "",
    failed: Observed["figures"]["failed"] = null,
  ) => {
    const verdict = judge(seen({ exit: exit(record), logTail, figures: { ...quiet, failed } }));
    return verdict.status === "failed" ? verdict.reason : null;
  };

  it("names what the error wraps, once", () => {
    const wrapped = (message: string) => ({
      errorType: "DatasetGenerationError",
      message,
      traceback: `Traceback (most recent call last):
  File "json.py", line 1
pyarrow.lib.ArrowInvalid: JSON parse error: row 0

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "builder.py", line 1
datasets.exceptions.DatasetGenerationError: ${message}`,
    });
    expect(reason({ code: 1 }, "", wrapped("An error occurred"))?.message).toBe(
      "DatasetGenerationError: An error occurred (ArrowInvalid: JSON parse error: row 0)",
    );
    expect(reason({ code: 1 }, "", wrapped("JSON parse error: row 0"))?.message).toBe(
      "DatasetGenerationError: JSON parse error: row 0",
    );
  });

  it("takes the error from the event, else from the last traceback of the log", () => {
    expect(
      reason({ code: 1 }, "", { errorType: "ValueError", message: "Bad.\nMore", traceback: "tb" }),
    ).toMatchObject({ code: "engine-error", message: "ValueError: Bad.", details: "tb", exitCode: 1 });
    expect(reason({ code: 1 }, `${traceback}bye`)).toMatchObject({
      code: "engine-error",
      message: "ValueError: Cannot find template nope.",
      details: expect.stringMatching(/^Traceback[\s\S]*nope\.$/),
    });
  });

  it.each([
    [{ code: 1 }, "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB", "out-of-memory"],
    [
      { code: 1 },
      `${traceback.replace("ValueError: Cannot find template nope.", "MemoryError")}`,
      "out-of-memory",
    ],
    [{ code: null, signal: "SIGKILL", oomKills: 1 }, "", "out-of-memory"],
    [{ code: 1 }, "OSError: [Errno 28] No space left on device", "disk-full"],
    [{ code: 1, diskFull: true }, "step 9 of 400, and no line mo", "disk-full"],
    [{ code: 127 }, "Could not start /x/python: [Errno 2] No such file", "not-started"],
    [{ code: null, signal: "SIGSEGV" }, "", "killed"],
    [{ code: null, signal: "SIGTERM", terminated: "asked" as const }, "", "killed"],
    [{ code: 3 }, "what", "exited"],
  ])("%j %s", (record, log, code) => {
    expect(reason(record, log)).toMatchObject({ code });
  });

  it("names the signal and keeps the log", () => {
    expect(reason({ code: null, signal: "SIGSEGV" }, "last")).toMatchObject({
      message: "The engine was ended by SIGSEGV.",
      details: "last",
      signal: "SIGSEGV",
    });
  });
});

describe("readableTail", () => {
  it("drops colours, folds progress bars and keeps 50 lines", () => {
    const bar = " 10%|█ | 1/10\r 20%|██| 2/10\r\n";
    expect(readableTail(`\u001b[31mred\u001b[0m\n${bar}\u001b]0;title\u0007x\n`)).toBe(
      "red\n 20%|██| 2/10\nx",
    );
    expect(readableTail(Array.from({ length: 80 }, (_, at) => `l${at}`).join("\n")).split("\n")).toHaveLength(
      50,
    );
  });
});
