// Shows that the parts know only what they may know, that nothing imports itself in a circle, that no file is too long,
// and that engines and executors are registered exactly once. The table is the architecture; docs/architecture.md explains it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

const root = import.meta.dirname;
const MAX_LINES = 400;
const GENERATED = ["next-env.d.ts"];

const serverBase = [
  "contract",
  "server/engine-environment.ts",
  "server/home.ts",
  "server/services.ts",
  "server/studio-error.ts",
  "server/files",
];

/** Who may import what of ours: the longest row that fits a file decides. A folder may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  client: ["contract"],
  "components/ui": [],
  "components/charts": ["client", "components/ui"],
  "components/run-state": ["client", "contract", "components/ui"],
  "components/shared": ["client", "components/ui"],
  components: [
    "client",
    "contract",
    "components/ui",
    "components/charts",
    "components/run-state",
    "components/shared",
  ],
  app: ["client", "contract", "components"],
  "server/studio-error.ts": ["contract"],
  "server/home.ts": [],
  "server/engine-environment.ts": [],
  "server/services.ts": ["contract", "server/runs/run-service.ts"],
  "server/files": ["server/studio-error.ts"],
  "server/db": serverBase,
  "server/engine-interface": ["contract"],
  "server/engine-kit": ["contract", "server/engine-interface"],
  "server/engines/*": ["contract", "server/engine-interface", "server/engine-kit"],
  "server/engines": [...serverBase, "server/engine-interface", "server/runs/run-service.ts"],
  "server/executors/executor.ts": ["server/engine-interface"],
  "server/executors/*": [...serverBase, "server/engine-interface", "server/executors/executor.ts"],
  // Plays recordings through the local one, so that a test sees its supervisor and its files.
  "server/executors/replay": [
    ...serverBase,
    "server/engine-interface",
    "server/executors/executor.ts",
    "server/executors/local",
  ],
  "server/executors": [],
  "server/runs": [...serverBase, "server/db", "server/engine-interface", "server/executors/executor.ts"],
  "server/library": [...serverBase, "server/engine-interface"],
  "server/additions": [...serverBase, "server/engine-interface"],
  "server/recipes": serverBase,
  "server/translate": [
    ...serverBase,
    "server/engine-interface",
    "server/engine-kit",
    "server/runs/run-service.ts",
  ],
  "server/datasets/formats": ["contract"],
  "server/datasets": [...serverBase, "server/engine-interface"],
  "server/system": [...serverBase, "server/engine-interface"],
  "server/http": [...serverBase, "server/system"],
  "server/realtime": [...serverBase, "server/runs/run-service.ts", "server/http/access.ts"],
  "server/cli": [
    ...serverBase,
    "server/system",
    "server/datasets",
    "server/db/lock.ts",
    "server/engines/system-python.ts",
    "server/start-server.ts",
  ],
  server: [...serverBase, "server"],
  scripts: ["server/home.ts", "server/system", "server/engines/system-python.ts"],
  e2e: ["contract"],
};

/** What of npm a part may use, where that is part of what it is. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  contract: ["zod"],
  "contract/config-document.ts": ["yaml"],
  "contract/config-nested.ts": ["yaml"],
  "contract/config-syntax.ts": ["yaml"],
  client: ["@tanstack/react-query", "react", "socket.io-client", "use-intl"],
  server: ["fastify", "fastify-type-provider-zod", "@fastify", "socket.io", "ulid", "yaml", "zod"],
  "server/datasets": ["apache-arrow", "csv-parse", "hyparquet", "hyparquet-compressors"],
};

/** One folder each, and one line in the index beside it. */
const REGISTRIES = ["server/engines", "server/executors"];

type Import = { from: string; to: string };

const files = execFileSync(
  "git",
  ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs", "*.py"],
  {
    cwd: root,
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)) && !GENERATED.includes(file));
const scripts = files.filter((file) => !file.endsWith(".py"));
const imports = scripts.flatMap((from) =>
  specifiersOf(from).map((specifier): Import => ({ from, to: resolve(from, specifier) })),
);

/** Tests put real parts together, so the table does not bind them; circles and length do. */
const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);
const arrow = ({ from, to }: Import) => `${from} → ${to}`;
const isOurs = ({ to }: Import) => !to.startsWith("npm:") && !to.startsWith("node:");

function specifiersOf(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...dynamicImports.map(({ moduleRequest }) =>
      source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    ),
  ];
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
  return specifier.startsWith("node:") ? specifier : `npm:${specifier}`;
}

const covers = (part: string, file: string) => file === part || file.startsWith(`${part}/`);

function rowOf(file: string): readonly string[] | undefined {
  const fits = ([part]: [string, unknown]) =>
    part.endsWith("/*")
      ? file.startsWith(part.slice(0, -1)) && file.split("/").length > 3
      : covers(part, file);
  return Object.entries(MAY_IMPORT)
    .filter(fits)
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** The folder that a file may use freely: of engines, executors and screen areas, only its own one. */
function homeOf(file: string): string {
  const parts = file.split("/");
  const isOneOfMany = REGISTRIES.includes(parts.slice(0, 2).join("/")) ? 3 : 2;
  if (parts[0] === "components") return parts.slice(0, 2).join("/");
  if (parts[0] === "server") return parts.slice(0, Math.min(isOneOfMany, parts.length - 1)).join("/");
  return parts[0] ?? file;
}

function isAllowed({ from, to }: Import): boolean {
  const allowed = rowOf(from);
  if (allowed === undefined || covers(homeOf(from), to)) return true;
  return allowed.some((part) => covers(part, to));
}

function circles(): string[] {
  const graph = Map.groupBy(imports.filter(isOurs), ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  function visit(file: string, way: readonly string[]): void {
    if (state.get(file) === "open") found.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (state.has(file)) return;
    state.set(file, "open");
    for (const { to } of graph.get(file) ?? []) visit(to, [...way, file]);
    state.set(file, "done");
  }
  for (const file of scripts) visit(file, []);
  return found;
}

describe("architecture", () => {
  it("lets each part import only what its row names", () => {
    const broken = imports.filter((each) => isOurs(each) && !isTest(each.from) && !isAllowed(each));
    expect(broken.map(arrow)).toEqual([]);
  });

  it("keeps contract, client and server to their packages", () => {
    const broken = imports
      .filter(({ from, to }) => to.startsWith("npm:") && !isTest(from))
      .filter(({ from, to }) => {
        const allowed = Object.entries(MAY_USE).filter(([part]) => covers(part, from));
        return (
          allowed.length > 0 && !allowed.some(([, names]) => names.some((name) => covers(`npm:${name}`, to)))
        );
      });
    expect(broken.map(arrow)).toEqual([]);
  });

  it("lets no engine start a process", () => {
    const starts = imports.filter(
      ({ from, to }) =>
        /^server\/engines\/[^/]+\//.test(from) && to === "node:child_process" && !isTest(from),
    );
    expect(starts.map(arrow)).toEqual([]);
  });

  it("has no import circles", () => {
    expect(circles()).toEqual([]);
  });

  it("has no file over 400 lines", () => {
    const long = files.filter(
      (file) => readFileSync(join(root, file), "utf8").split("\n").length - 1 > MAX_LINES,
    );
    expect(long).toEqual([]);
  });

  it.each(REGISTRIES)("registers every folder of %s exactly once", (registry) => {
    const folders = readdirSync(join(root, registry), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const index = imports.filter(({ from }) => from === `${registry}/index.ts`);
    const registered = folders.map(
      (name) => index.filter(({ to }) => covers(`${registry}/${name}`, to)).length,
    );
    expect(registered).toEqual(folders.map(() => 1));
  });
});
