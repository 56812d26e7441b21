// Owns the list of runs as a test sees it: rows or cards by a run's name, search, filters, the first-visit card.
import type { Locator, Page } from "@playwright/test";
import { Frame } from "./frame.ts";
import { LaunchPage } from "./launch-page.ts";
import { RunPage } from "./run-page.ts";

export class RunsPage {
  readonly page: Page;
  readonly frame: Frame;
  readonly heading: Locator;
  readonly search: Locator;
  readonly filter: Locator;
  readonly table: Locator;
  readonly welcome: Locator;
  readonly empty: Locator;
  readonly newRun: Locator;
  readonly question: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    this.heading = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("searchbox", { name: "Search runs" });
    this.filter = page.getByRole("button", { name: /^Filter/ });
    this.table = page.getByRole("table", { name: "Runs" });
    this.welcome = page.getByRole("heading", { name: "Fine-tune a language model on this machine" });
    this.empty = page.getByText("No run matches");
    this.newRun = page.getByRole("main").getByRole("link", { name: "New run" });
    this.question = page.getByRole("alertdialog");
  }

  static async open(page: Page, origin: string, query = ""): Promise<RunsPage> {
    await page.goto(`${origin}/${query}`);
    const runs = new RunsPage(page);
    await runs.heading.waitFor();
    return runs;
  }

  /** The row, or on a narrow window the card, of one run. */
  row(name: string): Locator {
    return this.page
      .getByRole("row")
      .or(this.page.getByRole("listitem"))
      .filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  link(name: string): Locator {
    return this.row(name).getByRole("link", { name, exact: true });
  }

  /** The names of the rows from top to bottom. */
  names(): Promise<string[]> {
    return this.page.getByRole("rowheader").allInnerTexts();
  }

  async openDemo(): Promise<LaunchPage> {
    await this.page.getByRole("link", { name: "Open the demo", exact: true }).click();
    return LaunchPage.shown(this.page);
  }

  async openRun(name: string): Promise<RunPage> {
    await this.link(name).click();
    return RunPage.shown(this.page, name);
  }

  async openMenu(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for ${name}` }).click();
  }

  async act(name: string, action: string): Promise<void> {
    await this.openMenu(name);
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  async toggleFilter(name: string): Promise<void> {
    await this.filter.click();
    await this.page.getByRole("menuitemcheckbox", { name }).click();
    await this.page.keyboard.press("Escape");
  }

  select(name: string): Locator {
    return this.page.getByRole("checkbox", { name: `Select ${name}` });
  }
}
