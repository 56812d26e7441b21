// Owns reading a config out of a file a person hands over. Refuses what is large or not text.
const LARGEST = 1_000_000;

/** Null when the file cannot be a config. */
export async function readConfigFile(file: Blob): Promise<string | null> {
  if (file.size > LARGEST) return null;
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** Hands a text to the browser's own download. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
