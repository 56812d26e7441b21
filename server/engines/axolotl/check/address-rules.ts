// Owns judging what a run fetches from the network: dataset files and the pictures of rows, by whether their hosts can be reached.
// Asks for hosts only; whether the file is there shows when it is fetched.
import type { Problem } from "../../../../contract/problem.ts";
import type { HostReach } from "../../../engine-interface/check-context.ts";
import type { DatasetMapping } from "../dataset-entries.ts";
import { ADDRESS_FAULTS, type Mapped } from "./mapped-rules.ts";
import type { Subject } from "./subject.ts";

type Reason = "no-address" | "offline" | "unknown" | Exclude<HostReach, { status: "reachable" }>["why"];
type Judged = { status: HostReach["status"]; why: Reason | null };

/** Everything of one dataset that comes from one host. */
type Fetched = {
  entry: DatasetMapping;
  name: string;
  what: "file" | "pictures";
  /** Null where the address is none. */
  origin: string | null;
  host: string;
  count: number;
  row: number;
};

export async function addressProblems(subject: Subject, mapped: readonly Mapped[]): Promise<Problem[]> {
  const fetched = mapped.flatMap(fetchedBy);
  if (fetched.length === 0) return [];
  const origins = fetched.flatMap(({ origin }) => (origin === null ? [] : [origin]));
  const { isOffline, reach } = subject.context;
  const reached = isOffline === true ? undefined : await reach?.(origins);
  return fetched.map((each) => {
    if (each.origin === null) return told(subject, each, { status: "unreachable", why: "no-address" });
    if (isOffline === true) return told(subject, each, { status: "unreachable", why: "offline" });
    const found = reached?.get(each.origin) ?? { status: "not-asked", why: "unknown" };
    return told(subject, each, { status: found.status, why: "why" in found ? found.why : null });
  });
}

function fetchedBy({ entry, data }: Mapped): Fetched[] {
  const path = entry.path ?? "";
  const base = { entry, count: 1, row: 0 };
  if (/^https?:\/\//i.test(path)) return [{ ...base, ...placeOf(path), what: "file", name: path }];
  const name = data?.dataset ?? path;
  const found = (data?.faults ?? []).flatMap(({ code, params, row }): Fetched[] =>
    ADDRESS_FAULTS.includes(code)
      ? [{ ...base, ...placeOf(String(params?.source)), what: "pictures", name, row }]
      : [],
  );
  return [...Map.groupBy(found, ({ host }) => host).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({ ...first, count: same.length })),
  );
}

function placeOf(address: string): Pick<Fetched, "origin" | "host"> {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url === null ? { origin: null, host: address } : { origin: url.origin, host: url.host };
}

const WHY: Readonly<Record<Reason, string>> = {
  "no-address": "it is no whole address",
  offline: "the network is switched off (HF_HUB_OFFLINE)",
  "no-name": "there is no such name, or no network",
  refused: "it refuses connections",
  "no-answer": "it did not answer in two seconds",
  "no-way": "there is no way to it from this machine",
  proxy: "a proxy stands between",
  private: "its name leads into a private network",
  "too-many": "there are more than eight hosts",
  unknown: "nobody could look",
};

function told({ error, warning, info }: Subject, fetched: Fetched, { status, why }: Judged): Problem {
  const { entry, name, what, host, count, row } = fetched;
  const of =
    what === "file"
      ? `The file of dataset ${entry.at + 1}`
      : count === 1
        ? `A picture of \`${name}\` in row ${row + 1}`
        : `${count} pictures of \`${name}\`, from row ${row + 1} on,`;
  const be = count === 1 ? "is" : "are";
  const when = what === "file" ? "when the run starts" : "while it trains, each time a row is used";
  const reason = why === null ? "" : WHY[why];
  const params = {
    name,
    what,
    host,
    count,
    row: row + 1,
    number: entry.at + 1,
    why: why?.replaceAll("-", "_") ?? "",
  };
  const here =
    what === "file"
      ? "Download the file and name it by its path"
      : "Download the pictures and give their paths";
  switch (status) {
    case "unreachable":
      return error(
        entry.key,
        "axolotl.address-unreachable",
        `${of} ${be} to be fetched from ${host}, which cannot be reached: ${reason}. The run would die there.`,
        `${here}, or see to the network and the address, and look again in a minute.`,
        { params },
      );
    case "not-asked":
      return warning(
        entry.key,
        "axolotl.address-unasked",
        `${of} ${be} fetched from ${host} ${when}. Whether it can be reached was not asked: ${reason}.`,
        `${here}, if the run may be without it.`,
        { params },
      );
    case "reachable":
      return info(
        entry.key,
        "axolotl.address-fetched",
        `${of} ${be} fetched from ${host} ${when}. It can be reached now; if it cannot be then, the run dies there.`,
        `${here}, and it trains faster and without a network.`,
        { params },
      );
  }
}
