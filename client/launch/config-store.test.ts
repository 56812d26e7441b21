// Shows that form and text are two views of one document, and that nothing typed is lost between them.
import { describe, expect, it } from "vitest";
import { createConfigStore } from "./config-store.ts";

const text = "# demo\nlearning_rate: 5.0e-5 # lr\nunknown_key: [a, b]\n";

describe("config store", () => {
  it("writes a field into the text and keeps comments and unknown keys", () => {
    const store = createConfigStore(text);
    store.set({ learning_rate: 1e-4, lora_rank: 16 });
    expect(store.read().text).toBe(
      "# demo\nlearning_rate: 1.0e-4 # lr\nunknown_key: [a, b]\nlora_rank: 16\n",
    );
    store.set({ lora_rank: undefined });
    expect(store.read().text).toBe("# demo\nlearning_rate: 1.0e-4 # lr\nunknown_key: [a, b]\n");
  });

  it("leaves the text alone, to the quote, when a field is set to what it is", () => {
    const quoted = "template: 'qwen'\nlist: [ a,  b ]\n";
    const store = createConfigStore(quoted);
    store.set({ template: "qwen", list: ["a", "b"] });
    expect(store.read().text).toBe(quoted);
  });

  it("shows the last readable document while the text has an error, and takes no field then", () => {
    const store = createConfigStore(text);
    store.setText("learning_rate: [1\n");
    expect(store.read().doc.problems).toHaveLength(1);
    expect(store.read().shown.get("learning_rate")).toBe(5e-5);
    store.set({ learning_rate: 1 });
    expect(store.read().text).toBe("learning_rate: [1\n");
    store.setText("learning_rate: 2\n");
    expect(store.read().shown.get("learning_rate")).toBe(2);
  });

  it("keeps a half-typed number without writing it", () => {
    const store = createConfigStore(text);
    store.type("learning_rate", "5e-");
    expect(store.read().text).toBe(text);
    expect(store.read().drafts.get("learning_rate")).toBe("5e-");
    store.type("learning_rate", "5e-4", { value: 5e-4 });
    expect(store.read().drafts.get("learning_rate")).toBe("5e-4");
    expect(store.read().text).toContain("learning_rate: 5.0e-4 # lr");
  });

  it("drops a draft when its key changes elsewhere, not when another key does", () => {
    const store = createConfigStore(text, [["learning_rate", "5e-"]]);
    store.set({ lora_rank: 4 });
    expect(store.read().drafts.get("learning_rate")).toBe("5e-");
    store.setText("learning_rate: 1.0e-3\n");
    expect(store.read().drafts.size).toBe(0);
    store.type("learning_rate", "9e");
    store.set({ learning_rate: undefined });
    expect(store.read().drafts.size).toBe(0);
  });

  it("takes a file from another system as it would look here", () => {
    const store = createConfigStore("\uFEFFa: 1\r\nb: 2\r\n");
    expect(store.read().text).toBe("a: 1\nb: 2\n");
    store.setText("a: 1\r\n");
    expect(store.read().text).toBe("a: 1\n");
  });

  it("tells its listeners once per change and never without one", () => {
    const store = createConfigStore(text);
    let told = 0;
    const leave = store.subscribe(() => {
      told += 1;
    });
    store.setText(text);
    store.set({ learning_rate: 5e-5 });
    expect(told).toBe(0);
    store.set({ learning_rate: 1 });
    expect(told).toBe(1);
    leave();
    store.set({ learning_rate: 2 });
    expect(told).toBe(1);
  });
});
