// Owns text that exists in both languages of the product. Refuses one-language text in data.
import { z } from "zod";

/** A text in English and Chinese; data files and engines carry it, the page picks one. */
export const LocalText = z.object({ en: z.string(), zh: z.string() });
export type LocalText = z.infer<typeof LocalText>;

/** What fills a translated message, which a page finds by a code. */
export const TextParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type TextParams = z.infer<typeof TextParams>;
