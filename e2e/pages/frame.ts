// Owns what surrounds every screen: navigation, palette, keys, connection, theme. Refuses the screens themselves.
import type { Locator, Page } from "@playwright/test";

export class Frame {
  readonly page: Page;
  readonly navigation: Locator;
  readonly lost: Locator;
  readonly palette: Palette;
  readonly keys: Locator;

  constructor(page: Page) {
    this.page = page;
    this.navigation = page.getByRole("navigation", { name: "Main" });
    this.lost = page.getByText("Connection lost. Runs go on; this page catches up when the studio answers.");
    this.palette = new Palette(page);
    this.keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  }

  link(name: "Runs" | "New run" | "Datasets" | "Models" | "Settings"): Locator {
    return this.navigation.getByRole("link", { name });
  }

  async chooseTheme(name: "System" | "Light" | "Dark"): Promise<void> {
    await this.page.getByRole("button", { name: /^Theme:/ }).click();
    await this.page.getByRole("menuitemcheckbox", { name }).click();
    await this.page.keyboard.press("Escape");
    await this.page.getByRole("menu").waitFor({ state: "hidden" });
  }
}

export class Palette {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Command palette" });
    this.input = this.dialog.getByRole("combobox");
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press("ControlOrMeta+k");
    await this.input.waitFor();
  }

  /** Types, waits for the one that is meant to stand first, and takes it. */
  async run(text: string, command: string | RegExp = text): Promise<void> {
    await this.open();
    await this.input.fill(text);
    await this.dialog.getByRole("option", { name: command, selected: true }).waitFor();
    await this.input.press("Enter");
    // While it closes, the key that opens it would still close it.
    await this.dialog.waitFor({ state: "detached" });
  }
}
