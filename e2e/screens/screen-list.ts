// Owns which screens are pictured, in which states, and how a page gets there.
import { expect, type Page } from "@playwright/test";
import type { Shown } from "./populate.ts";

/** The few names that lead into a state. */
export const words = {
  en: {
    start: "Start",
    config: /^Config/,
    merge: /^Merge & export/,
    target: "Target folder",
    details: "Details",
    signIn: "Sign in",
  },
  zh: {
    start: "开始",
    config: /^配置/,
    merge: /^合并并导出/,
    target: "目标文件夹",
    details: "详情",
    signIn: "登录",
  },
};
type Words = (typeof words)["en"];
type Screen = {
  name: string;
  path: (shown: Shown) => string;
  /** Brings the page into the state to look at, and waits until it is there. */
  reach: (page: Page, say: Words, shown: Shown) => Promise<void>;
};

const tab = (
  name: string,
  run: keyof Omit<Shown, "studio">,
  query: string,
  text: string | RegExp,
): Screen => ({
  name,
  path: (shown) => `/run/?id=${shown[run]}${query}`,
  reach: async (page) => expect(page.getByText(text).first()).toBeVisible(),
});
const chart = (name: string, run: "succeeded" | "running" | "paused" | "preferences"): Screen => ({
  name,
  path: (shown) => `/run/?id=${shown[run]}`,
  reach: async (page) => expect(page.getByRole("figure").first().getByRole("img")).toBeVisible(),
});
const startable = (page: Page, { start }: Words) =>
  expect(page.getByRole("button", { name: start, exact: true })).toBeEnabled();

const dataset = (name: string, set: string, query: string, text: RegExp): Screen => ({
  name,
  path: () => `/datasets/?name=${set}${query}`,
  reach: async (page) => expect(page.getByText(text).first()).toBeVisible(),
});
const scanned = (name: string, tab: string, start: RegExp, done: RegExp): Screen => ({
  name,
  path: () => `/datasets/?name=demo_shapes&tab=${tab}`,
  reach: async (page) => {
    await page.getByRole("button", { name: start }).click();
    await expect(page.getByText(done).first()).toBeVisible();
  },
});

export const screens: readonly Screen[] = [
  {
    name: "runs",
    path: () => "/",
    reach: async (page) =>
      expect(page.getByRole("link", { name: "pirate-lora-01", exact: true })).toBeVisible(),
  },
  {
    name: "runs-nothing-found",
    path: () => "/?q=nothing",
    reach: async (page) => expect(page.getByRole("searchbox")).toHaveValue("nothing"),
  },
  {
    name: "runs-archive",
    path: () => "/?archived=1",
    reach: async (page) => expect(page.getByRole("searchbox")).toBeVisible(),
  },
  {
    name: "runs-menu",
    path: () => "/",
    reach: async (page) => {
      await page.getByRole("button", { name: /pirate-lora-04/ }).click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
  {
    name: "palette",
    path: () => "/",
    reach: async (page) => {
      await expect(page.getByRole("link", { name: "pirate-lora-01", exact: true })).toBeVisible();
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeVisible();
    },
  },
  { name: "new-run", path: () => "/new/?preset=demo-text", reach: startable },
  {
    name: "new-run-empty",
    path: () => "/new/",
    reach: async (page) => expect(page.getByRole("form")).toBeVisible(),
  },
  {
    name: "new-run-problems",
    path: () => "/new/?preset=demo-vision",
    reach: async (page, say) => {
      await startable(page, say);
      const rate = page.getByRole("form").getByRole("textbox", { name: /learning rate|学习率/i });
      await rate.fill("fast");
      await expect(page.getByRole("button", { name: say.start, exact: true })).toBeDisabled();
    },
  },
  {
    name: "new-run-config",
    path: () => "/new/?preset=demo-text",
    reach: async (page, say) => {
      await startable(page, say);
      const button = page.getByRole("button", { name: say.config });
      if (await button.isVisible()) await button.click();
      await expect(page.getByRole("textbox", { name: /YAML/ })).toBeVisible();
    },
  },
  { name: "new-run-axolotl", path: () => "/new/?preset=axolotl-demo-text", reach: startable },
  {
    name: "twin",
    path: ({ succeeded }) => `/twin/?run=${succeeded}`,
    reach: async (page) => expect(page.getByText("lora_target_linear: true").first()).toBeVisible(),
  },
  {
    name: "compare",
    path: ({ succeeded, paused }) => `/compare/?runs=${succeeded},${paused}`,
    reach: async (page) => expect(page.getByRole("figure").first().getByRole("img")).toBeVisible(),
  },
  chart("run-running", "running"),
  chart("run-succeeded", "succeeded"),
  chart("run-paused", "paused"),
  chart("run-preferences", "preferences"),
  {
    name: "run-failed",
    path: ({ failed }) => `/run/?id=${failed}`,
    reach: async (page, say) =>
      page.getByRole("main").getByRole("alert").getByText(say.details, { exact: true }).click(),
  },
  tab("run-queued", "queued", "", "pirate-lora-05"),
  tab("run-log", "succeeded", "&tab=log", /100%|Training completed/),
  tab("run-config", "succeeded", "&tab=config", "train.yaml"),
  tab("run-checkpoints", "succeeded", "&tab=checkpoints", /^checkpoint-\d+$/),
  tab("run-artefacts", "succeeded", "&tab=artifacts", "adapter_model.safetensors"),
  tab("run-environment", "succeeded", "&tab=environment", /transformers/),
  tab("merge", "merged", "", /ollama/i),
  tab("merge-artefacts", "merged", "&tab=artifacts", "model.safetensors"),
  {
    name: "merge-dialog",
    path: ({ succeeded }) => `/run/?id=${succeeded}`,
    reach: async (page, say) => {
      await page.getByRole("button", { name: say.merge }).first().click();
      await expect(page.getByRole("textbox", { name: say.target })).toBeVisible();
    },
  },
  {
    name: "templates",
    path: () => "/models/?tab=templates",
    reach: async (page) => expect(page.getByRole("link", { name: "dialog_plain" })).toBeVisible(),
  },
  {
    name: "template-new",
    path: () => "/models/?tab=templates&mode=new&name=llama4_guide",
    reach: async (page) => expect(page.getByRole("textbox").first()).toHaveValue("llama4_guide-own"),
  },
  {
    name: "model-group",
    path: () => "/models/?tab=groups&name=Llama-4-Guide",
    reach: async (page) => expect(page.getByRole("heading", { level: 1 })).toHaveText("Llama-4-Guide"),
  },
  {
    name: "plugin-new",
    path: () => "/models/?tab=plugins&mode=new",
    reach: async (page) => expect(page.getByRole("textbox").first()).toBeVisible(),
  },
  {
    name: "models",
    path: () => "/models/",
    reach: async (page) => expect(page.getByText("demo-text").first()).toBeVisible(),
  },
  {
    name: "datasets",
    path: () => "/datasets/",
    reach: async (page) => expect(page.getByText("demo_shapes").first()).toBeVisible(),
  },
  {
    name: "dataset-add",
    path: () => "/datasets/?add=upload",
    reach: async (page) =>
      expect(page.getByRole("button", { name: /^(Choose files|选择文件)$/ })).toBeVisible(),
  },
  dataset("dataset-conversation", "demo_shapes", "", /What is in the picture/),
  dataset("dataset-pair", "demo_preference", "", /Better answer|较好的回答/),
  dataset("dataset-table", "demo_pirate", "&tab=table", /^766$|^20$/),
  scanned("dataset-check", "check", /Check all rows|检查所有行/, /the engine would take all|引擎会全部采用/),
  scanned("dataset-statistics", "statistics", /Count all rows|统计所有行/, /Turns per row|每行的对话轮数/),
  dataset("dataset-definition", "demo_shapes", "&tab=definition", /dataset_info\.json/),
  {
    name: "settings",
    path: () => "/settings/",
    reach: async (page) => expect(page.getByText("0.9.5").first()).toBeVisible(),
  },
];
