// Owns the page of one run as a test sees it: its state, its actions, its curves as numbers, its log.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Point } from "../api.ts";
import { Frame } from "./frame.ts";

type Tab = "Overview" | "Config" | "Log" | "Checkpoints" | "Artefacts" | "Environment";

export class RunPage {
  readonly page: Page;
  readonly frame: Frame;
  readonly heading: Locator;
  readonly progress: Locator;
  readonly loss: Locator;
  readonly log: Locator;
  readonly logSearch: Locator;
  readonly logHits: Locator;
  readonly follow: Locator;
  readonly pause: Locator;
  readonly resume: Locator;
  readonly merge: Locator;
  readonly more: Locator;
  readonly stopMenu: Locator;
  readonly failure: Locator;
  readonly question: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    const main = page.getByRole("main");
    this.heading = main.getByRole("heading", { level: 1 });
    this.progress = main.getByRole("progressbar", { name: /^Progress of/ });
    this.loss = main.getByRole("figure", { name: /^Loss/ });
    this.log = main.getByRole("region", { name: /^Log of/ });
    this.logSearch = main.getByRole("searchbox", { name: "Search the log" });
    this.logHits = main.getByRole("search").getByRole("status");
    this.follow = main.getByRole("switch", { name: "Follow" });
    this.pause = main.getByRole("button", { name: "Pause", exact: true });
    this.resume = main.getByRole("button", { name: "Resume", exact: true });
    this.merge = main.getByRole("button", { name: "Merge & export" });
    this.more = main.getByRole("button", { name: "More actions" });
    this.stopMenu = main.getByRole("button", { name: "Stop", exact: true });
    this.failure = main.getByRole("alert");
    this.question = page.getByRole("alertdialog");
    this.dialog = page.getByRole("dialog");
  }

  static async shown(page: Page, name: string): Promise<RunPage> {
    const run = new RunPage(page);
    await expect(run.heading).toContainText(name);
    return run;
  }

  static async open(page: Page, origin: string, id: string, query = ""): Promise<RunPage> {
    await page.goto(`${origin}/run/?id=${id}${query}`);
    const run = new RunPage(page);
    await run.heading.waitFor();
    return run;
  }

  get id(): string {
    return new URL(this.page.url()).searchParams.get("id") ?? "";
  }

  /** The run's state as its badge says it. */
  state(word: string): Locator {
    return this.page.getByRole("main").getByText(word, { exact: true }).first();
  }

  /** For as long as a run may take. */
  async reaches(word: string): Promise<void> {
    await expect(this.state(word)).toBeVisible({ timeout: 60_000 });
  }

  async hasLog(): Promise<void> {
    await expect(this.log).not.toHaveText("");
  }

  tab(name: Tab): Locator {
    return this.page.getByRole("tab", { name });
  }

  async openTab(name: Tab): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute("aria-selected", "true");
  }

  async chooseStop(item: string): Promise<void> {
    await this.stopMenu.click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  async chooseMore(item: string): Promise<void> {
    await this.more.click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** The traceback or the last lines behind the fold of a failure. */
  async showDetails(): Promise<void> {
    await this.failure.first().getByText("Details", { exact: true }).click();
  }

  async resumeFromNewest(): Promise<void> {
    await this.resume.first().click();
    await this.page
      .getByRole("menuitem", { name: /^From / })
      .first()
      .click();
  }

  /** Starts the merge of the finished run and goes to the run that does it. */
  async startMerge(): Promise<RunPage> {
    await this.merge.first().click();
    const before = this.page.url();
    await this.dialog.getByRole("button", { name: "Start merging" }).click();
    await expect(this.page).not.toHaveURL(before);
    const run = new RunPage(this.page);
    await run.heading.waitFor();
    return run;
  }

  /** Exactly these points are on the page: as many, and the newest of them (a table holds 200) each at its step, once. */
  async showsCurve(truth: readonly Point[]): Promise<void> {
    await this.asLines();
    await expect.poll(() => this.pointCount()).toBe(truth.length);
    const shown = await this.curve();
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(truth.length, 180));
    expect(shown).toEqual(asShown(truth).slice(-shown.length));
  }

  async asLines(): Promise<void> {
    if (await this.loss.getByRole("table").isVisible()) await this.#tableToggle.click();
  }

  get #tableToggle(): Locator {
    return this.loss.getByRole("button", { name: "Show as a table" });
  }

  /** The loss chart as rows of numbers, in the order of steps: every row as it is shown at one moment. */
  async curve(): Promise<Point[]> {
    const table = this.loss.getByRole("table");
    if ((await table.count()) === 0) await this.#tableToggle.click();
    const [head = "", ...rows] = await table.getByRole("row").allInnerTexts();
    const at = head.split("\t").indexOf("train");
    return rows
      .map((row) => row.split("\t"))
      .filter((cells) => (cells[at] ?? "") !== "")
      .map((cells) => ({ step: wholeNumber(cells[0]), loss: Number(cells[at]) }))
      .reverse();
  }

  /** How many points the chart says it has. */
  async pointCount(): Promise<number> {
    const said = (await this.loss.getByRole("img").getAttribute("aria-label")) ?? "";
    return wholeNumber(/train: ([\d,]+) points?/.exec(said)?.[1]);
  }
}

/** 1,234 as 1234. */
function wholeNumber(text = "0"): number {
  return Number(text.replace(/\D/g, ""));
}

/** A curve as the page shows it: four significant digits. */
export function asShown(points: readonly Point[]): Point[] {
  return points.map(({ step, loss }) => ({ step, loss: Number(loss.toPrecision(4)) }));
}
