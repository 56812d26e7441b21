// Owns Models as a test sees it: rows by name, adding and forgetting a folder, starting a run from one.
import type { Locator, Page } from "@playwright/test";
import { Frame } from "./frame.ts";
import { LaunchPage } from "./launch-page.ts";

export class ModelsPage {
  readonly page: Page;
  readonly frame: Frame;
  readonly heading: Locator;
  readonly search: Locator;
  readonly add: Locator;
  readonly dialog: Locator;
  readonly question: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    this.heading = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("searchbox", { name: "Search models" });
    this.add = page.getByRole("button", { name: "Add a folder" });
    this.dialog = page.getByRole("dialog", { name: "Add a model folder" });
    this.question = page.getByRole("alertdialog");
  }

  static async open(page: Page, origin: string): Promise<ModelsPage> {
    await page.goto(`${origin}/models/`);
    const models = new ModelsPage(page);
    await models.heading.waitFor();
    return models;
  }

  row(name: string | RegExp): Locator {
    return this.page.getByRole("row").or(this.page.getByRole("listitem")).filter({ hasText: name });
  }

  async addFolder(path: string): Promise<void> {
    await this.add.first().click();
    await this.dialog.getByRole("textbox", { name: "Path of the folder" }).fill(path);
    await this.dialog.getByRole("button", { name: "Add", exact: true }).click();
  }

  async act(name: string, action: string): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for ${name}` }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  async newRunWith(name: string): Promise<LaunchPage> {
    await this.act(name, "New run with this model");
    return LaunchPage.shown(this.page);
  }
}
