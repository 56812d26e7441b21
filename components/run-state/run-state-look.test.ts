import { expect, it } from "vitest";
import { runStateLook } from "./run-state-look.ts";

it("names the phase of a running run, and plain training just running", () => {
  const running = { status: "running", since: 0, message: "" } as const;
  expect(runStateLook({ ...running, phase: "training" })).toEqual({
    word: "running",
    tone: "accent",
    picture: "dot",
  });
  expect(runStateLook({ ...running, phase: "saving" }).picture).toBe("disk");
  expect(runStateLook({ ...running, phase: "preparing" }).tone).toBe("violet");
});

it("tells the ends apart by word, tone and picture", () => {
  const stopped = runStateLook({ status: "stopped", since: 0, step: 4 });
  const lost = runStateLook({ status: "lost", since: 0, message: "" });
  const succeeded = runStateLook({ status: "succeeded", since: 0 });
  expect(new Set([stopped, lost, succeeded].flatMap((look) => Object.values(look))).size).toBe(9);
});
