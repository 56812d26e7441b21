// Owns New run as a test sees it: the form by its labels, the YAML as text, the checks, Start.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame.ts";
import { RunPage } from "./run-page.ts";

export class LaunchPage {
  readonly page: Page;
  readonly frame: Frame;
  readonly form: Locator;
  readonly model: Locator;
  readonly template: Locator;
  readonly datasets: Locator;
  readonly name: Locator;
  readonly learningRate: Locator;
  readonly epochs: Locator;
  readonly editor: Locator;
  readonly checks: Locator;
  readonly estimate: Locator;
  readonly start: Locator;
  readonly restored: Locator;
  readonly settingsSearch: Locator;
  readonly startFrom: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    this.form = page.getByRole("form", { name: "Settings of the run" });
    this.model = this.form.getByRole("combobox", { name: "Model", exact: true });
    this.template = this.form.getByRole("combobox", { name: "Chat template" });
    this.datasets = this.form.getByRole("combobox", { name: "Datasets" });
    this.name = this.form.getByRole("textbox", { name: "Name", exact: true });
    this.learningRate = this.form.getByRole("textbox", { name: "Learning rate" });
    this.epochs = this.form.getByRole("textbox", { name: "Epochs" });
    this.editor = page.getByRole("textbox", { name: "Config in YAML" });
    this.checks = page.getByRole("region", { name: "Checks" });
    this.estimate = page.getByRole("region", { name: "What this comes to" });
    this.start = page.getByRole("button", { name: "Start", exact: true });
    this.restored = page.getByText("Your unfinished changes are back.");
    this.settingsSearch = page.getByRole("searchbox", { name: "Search all settings" });
    this.startFrom = page.getByRole("button", { name: /^Start from/ });
  }

  static async shown(page: Page): Promise<LaunchPage> {
    const launch = new LaunchPage(page);
    await launch.form.waitFor();
    return launch;
  }

  static async open(page: Page, origin: string, query = "?preset=demo-text"): Promise<LaunchPage> {
    await page.goto(`${origin}/new/${query}`);
    return LaunchPage.shown(page);
  }

  /** Ready: checked by the engine, nothing in the way. */
  async ready(): Promise<void> {
    await expect(this.start).toBeEnabled();
    await expect(this.checks.getByText("Checking…")).toHaveCount(0);
  }

  async startRun(): Promise<RunPage> {
    const name = await this.name.inputValue();
    await this.ready();
    await this.start.click();
    return RunPage.shown(this.page, name);
  }

  /** A field of the form by its label. */
  field(label: string): Locator {
    return this.form.getByRole("textbox", { name: label });
  }

  /** One of the choices that all stay visible: a stage, a method, a level, a view. */
  choice(name: string | RegExp): Locator {
    return this.page.getByRole("radio", { name });
  }

  /** A window of the page by its title. */
  dialog(name: string): Locator {
    return this.page.getByRole("dialog", { name });
  }

  /** Something of the menu behind the config's toolbar. */
  async more(item: string): Promise<void> {
    await this.page.getByRole("button", { name: "More actions" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Takes over a text as a person would who pastes it. */
  async importText(text: string): Promise<Locator> {
    await this.page.getByRole("button", { name: "Import a config" }).click();
    const dialog = this.dialog("Import a config");
    await dialog.getByRole("textbox", { name: "Text to import" }).fill(text);
    await dialog.getByRole("button", { name: "Read it" }).click();
    return dialog;
  }

  /** The finding about one key or with this text, with its buttons. */
  problem(text: string | RegExp): Locator {
    return this.checks.getByRole("listitem").filter({ hasText: text });
  }

  /** Puts this text in place of the whole config, as a paste does. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("ControlOrMeta+v");
  }

  /** Types over the end of the line that starts so, as a person would. */
  async typeValue(key: string, value: string): Promise<void> {
    await this.editor.getByText(new RegExp(`^${key}:`)).click();
    await this.page.keyboard.press("End");
    await this.page.keyboard.press("Shift+Home");
    await this.page.keyboard.insertText(`${key}: ${value}`);
  }

  /** The config as the page would hand it out. */
  async text(): Promise<string> {
    const waiting = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Download", exact: true }).click();
    return readFile(await (await waiting).path(), "utf8");
  }
}
