// Owns `anneal preprocess|evaluate|quantize`: from a run that is there, or from a config file.
import { extname, resolve } from "node:path";
import { ulid } from "ulid";
import type { FollowForm, FollowKind, FollowValues } from "../../../contract/follow.ts";
import { type Command, type Invocation, textOf, UsageError } from "../command.ts";
import { connect } from "../connect.ts";
import { findRun } from "../find-run.ts";
import { fileHelp, fileOptions, startFile } from "../start-file.ts";
import { tellEnd, watchRun } from "../watch.ts";

const summaries: Record<FollowKind, string> = {
  preprocess: "Prepare the data of a run or a YAML file, for trainings to come",
  evaluate: "Measure a run's result, or what a YAML file names, on its data",
  quantize: "Write a run's model, or the one a YAML file names, in fewer bits",
};

const help = [
  ...fileHelp,
  "",
  "Of a run:",
  "  --checkpoint NAME    an earlier one than the run's end",
  "  --to DIR             where a model goes; must be empty or new",
  "  --set KEY=VALUE      what its engine wants to know, as the page asks it; again for each",
].join("\n");

export const followCommands: readonly Command[] = (["preprocess", "evaluate", "quantize"] as const).map(
  (kind): Command => ({
    name: kind,
    summary: summaries[kind],
    usage: "RUN|FILE.yaml [options]",
    help,
    words: { min: 1, max: 1 },
    options: {
      ...fileOptions,
      checkpoint: { type: "string" },
      to: { type: "string" },
      set: { type: "string", multiple: true },
    },
    run: (invocation) =>
      /^\.ya?ml$/i.test(extname(invocation.words[0] ?? ""))
        ? startFile(kind, invocation)
        : follow(kind, invocation),
  }),
);

async function follow(
  kind: FollowKind,
  { home, values, words: [text = ""], out }: Invocation,
): Promise<boolean> {
  await using studio = await connect(home, { start: "full" });
  const { call } = studio;
  const source = await findRun(call, text);
  const forms = await call("runFollows", { params: { id: source.id } });
  const to = textOf(values, "to");
  const { id } = await call("followRun", {
    params: { id: source.id },
    body: {
      kind,
      key: ulid(),
      checkpoint: textOf(values, "checkpoint"),
      ...(to !== undefined && { to: resolve(to) }),
      values: answers(
        forms.find((form) => form.kind === kind),
        [values.set ?? []].flat().map(String),
      ),
    },
  });
  const succeeded = tellEnd(await watchRun(call, id, out), out);
  if (succeeded) out.line((await call("run", { params: { id } })).outputDir ?? "");
  return succeeded;
}

/** The form's own answers, with those that were given in their place. */
function answers(form: FollowForm | undefined, given: readonly string[]): FollowValues {
  const fields = form?.fields ?? [];
  const all: FollowValues = {};
  for (const { path, engineDefault } of fields) if (engineDefault !== null) all[path] = engineDefault;
  for (const text of given) {
    const [, key = "", value = ""] = /^([^=]+)=(.*)$/.exec(text) ?? [];
    const field = fields.find(({ path }) => path === key);
    const known = fields.map(({ path }) => path).join(", ") || "nothing";
    if (!field) throw new UsageError(`--set ${text}: it asks for ${known}`);
    all[key] = readAnswer(field.control.type, value);
  }
  return all;
}

function readAnswer(control: string, value: string): FollowValues[string] {
  if (control === "switch") return value === "true";
  return control === "number" && Number.isFinite(Number(value)) ? Number(value) : value;
}
