// Owns Datasets as a test sees it: the list, adding by upload or text, one dataset with its tabs, checking and fixing.
import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame.ts";

type Tab =
  | "Conversations"
  | "Table"
  | "Search"
  | "Check"
  | "Statistics"
  | "Tokens"
  | "Translate"
  | "Definition";

export class DatasetsPage {
  readonly page: Page;
  readonly frame: Frame;
  readonly heading: Locator;
  readonly search: Locator;
  readonly question: Locator;
  readonly name: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    this.heading = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("searchbox", { name: "Search datasets" });
    this.question = page.getByRole("alertdialog");
    this.name = page.getByRole("textbox", { name: "Name", exact: true });
  }

  static async open(page: Page, origin: string, query = ""): Promise<DatasetsPage> {
    await page.goto(`${origin}/datasets/${query}`);
    const datasets = new DatasetsPage(page);
    await datasets.heading.waitFor();
    return datasets;
  }

  entry(name: string): Locator {
    return this.page.getByRole("row").or(this.page.getByRole("listitem")).filter({ hasText: name });
  }

  async act(name: string, action: string): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  /** Sends files and goes to the confirmation of the first. */
  async upload(files: { name: string; text: string }[]): Promise<void> {
    await this.page.getByRole("link", { name: "Add a dataset" }).first().click();
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles(
      files.map(({ name, text }) => ({ name, mimeType: "application/jsonl", buffer: Buffer.from(text) })),
    );
  }

  /** A folder of this machine, as a person chooses one. */
  async uploadFolder(path: string): Promise<void> {
    await this.page.getByRole("link", { name: "Add a dataset" }).first().click();
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Choose a folder" }).click();
    await (await chooser).setFiles(path);
  }

  async confirmUpload(): Promise<void> {
    await this.page.getByRole("link", { name: "Look and register" }).first().click();
    await expect(this.page.getByRole("heading", { name: "This is what it looks like" })).toBeVisible();
  }

  async register(name?: string): Promise<void> {
    if (name !== undefined) await this.name.fill(name);
    await this.page.getByRole("button", { name: "Register" }).click();
  }

  async openTab(name: Tab): Promise<void> {
    await this.page.getByRole("tab", { name }).click();
  }

  row(number: number): Locator {
    return this.page.getByRole("region", { name: `Row ${number}`, exact: true });
  }

  fault(words: string | RegExp): Locator {
    return this.page.getByRole("listitem").filter({ hasText: words });
  }
}
