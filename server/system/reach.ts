// Owns whether the hosts of addresses that a dataset names can be reached: a look-up of the name, then a connection that is closed
// at once. Sends no byte, follows nothing, tells nothing of content. A name that leads into a private network is not tried, unless
// it says so itself (localhost, 192.168.…, nas.local): such a host the dataset means, and training would ask it too.
import { lookup } from "node:dns/promises";
import { BlockList, connect, isIP } from "node:net";
import type { HostReach } from "../engine-interface/check-context.ts";

type Variables = Readonly<Record<string, string | undefined>>;
type Address = { address: string; family: number };

const LIMIT = 2_000;
const MOST_AT_ONCE = 8;
const MOST_KNOWN = 200;
const KEPT = 60_000;

const privateRanges = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  privateRanges.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  privateRanges.addSubnet(net, bits, "ipv6");

const isPrivate = ({ address, family }: Address) =>
  privateRanges.check(address, family === 6 ? "ipv6" : "ipv4");

/** Says itself that it is no public host. */
const isLocalName = (host: string) =>
  isIP(host) !== 0 || !host.includes(".") || /\.(?:localhost|local|lan|internal|home\.arpa)$/i.test(host);

/** An engine fetches through a proxy of the environment: the host itself need not be in reach. */
function hasProxy(env: Variables, { protocol, hostname }: URL): boolean {
  const named = (name: string) => env[name] || env[name.toUpperCase()];
  if (!named(`${protocol.slice(0, -1)}_proxy`) && !named("all_proxy")) return false;
  const without = (named("no_proxy") ?? "").split(",").map((each) => each.trim().replace(/^\*?\./, ""));
  return !without.some(
    (each) => each === "*" || each === hostname || (each && hostname.endsWith(`.${each}`)),
  );
}

/** By origin, as `new URL(address).origin` gives it. */
export function createReach({
  env = process.env,
  now = Date.now,
}: {
  env?: Variables;
  now?: () => number;
} = {}) {
  const known = new Map<string, { until: number; reach: Promise<HostReach> }>();

  function ask(origin: string): Promise<HostReach> {
    const before = known.get(origin);
    if (before !== undefined && before.until > now()) return before.reach;
    if (known.size >= MOST_KNOWN) known.clear();
    const reach = reachOf(new URL(origin), env);
    known.set(origin, { until: now() + KEPT, reach });
    return reach;
  }

  return async (origins: readonly string[]): Promise<ReadonlyMap<string, HostReach>> => {
    const distinct = [...new Set(origins)];
    return new Map(
      await Promise.all(
        distinct.map(
          async (origin, at) =>
            [
              origin,
              at < MOST_AT_ONCE ? await ask(origin) : ({ status: "not-asked", why: "too-many" } as const),
            ] as const,
        ),
      ),
    );
  };
}

async function reachOf(url: URL, env: Variables): Promise<HostReach> {
  if (hasProxy(env, url)) return { status: "not-asked", why: "proxy" };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const limit = AbortSignal.timeout(LIMIT);
  try {
    const found = await within(limit, lookup(host, { all: true }));
    const tried = isLocalName(host) ? found : found.filter((each) => !isPrivate(each));
    if (tried.length === 0) return { status: "not-asked", why: "private" };
    await opened(host, port, tried, limit);
    return { status: "reachable" };
  } catch (error) {
    return { status: "unreachable", why: whyOf(error) };
  }
}

/** A look-up cannot be called off: it is no longer waited for. */
function within<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    limit.addEventListener("abort", () => reject(limit.reason), { once: true });
    work.then(resolve, reject);
  });
}

function opened(host: string, port: number, tried: Address[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      signal,
      autoSelectFamily: true,
      lookup: (_host, _options, answer) => answer(null, tried),
    });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}

function whyOf(error: unknown): Extract<HostReach, { status: "unreachable" }>["why"] {
  if (!(error instanceof Error)) return "no-way";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "no-answer";
  const code = "code" in error ? error.code : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "no-name";
  if (code === "ECONNREFUSED") return "refused";
  return code === "ETIMEDOUT" ? "no-answer" : "no-way";
}
