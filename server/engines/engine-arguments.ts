// Owns what each installed engine tells of its arguments: asked once per environment, kept in the home folder.
// Refuses to make anybody wait who can do with what is known.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { EngineArgument, type EngineHealth } from "../../contract/engine.ts";
import { writeJson } from "../files/atomic.ts";
import { makeFolder } from "../files/make-folder.ts";
import { readJson } from "../files/read-json.ts";

type Ready = Extract<EngineHealth, { status: "ready" }>;
type List = readonly EngineArgument[];
type Answer =
  | { status: "asking"; list: Promise<List> }
  | { status: "told"; list: List }
  | { status: "failed"; error: unknown };

const Kept = z.object({ environment: z.string(), arguments: z.array(EngineArgument) });

/** Changes with the interpreter and with the version of any package. */
const environmentOf = ({ python, version, packages }: Ready) =>
  createHash("sha256")
    .update(JSON.stringify([python, version, packages]))
    .digest("hex");

export function createEngineArguments(context: {
  folder: (id: string) => string;
  ask: (id: string) => Promise<unknown>;
}) {
  const { folder, ask } = context;
  const answers = new Map<string, { environment: string; answer: Answer }>();
  const fileOf = (id: string) => join(folder(id), "arguments.json");

  async function asked(id: string, environment: string): Promise<List> {
    const put = (answer: Answer) => answers.set(id, { environment, answer });
    try {
      const list = z.array(EngineArgument).parse(await ask(id));
      put({ status: "told", list });
      makeFolder(folder(id));
      writeJson(fileOf(id), { environment, arguments: list });
      return list;
    } catch (error) {
      put({ status: "failed", error });
      throw error;
    }
  }

  function answerOf(id: string, health: Ready, again: boolean): Answer {
    const environment = environmentOf(health);
    const before = answers.get(id);
    if (before?.environment === environment && !(again && before.answer.status === "failed"))
      return before.answer;
    const kept = readJson(fileOf(id), Kept);
    const answer: Answer =
      kept?.environment === environment
        ? { status: "told", list: kept.arguments }
        : { status: "asking", list: asked(id, environment) };
    if (answer.status === "asking") answer.list.catch(() => undefined);
    answers.set(id, { environment, answer });
    return answer;
  }

  return {
    /** Waits for the engine where it has not answered yet. */
    async told(id: string, health: Ready): Promise<List> {
      const answer = answerOf(id, health, true);
      if (answer.status === "failed") throw answer.error;
      return answer.list;
    },
    /** What is known at once; the engine is asked meanwhile. */
    known(id: string, health: Ready): List | null {
      const answer = answerOf(id, health, false);
      return answer.status === "told" ? answer.list : null;
    },
  };
}
