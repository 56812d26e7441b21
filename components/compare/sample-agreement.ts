// Owns whether two engines write a row alike and learn the same of it. Pure.
import type { Encoding } from "@/contract/dataset-scan.ts";

/** Null while one of them has not answered, or leaves the row out. A line end after the last turn is no difference of the text. */
export function agreement(encodings: readonly (Encoding | null)[]): "same" | "sameText" | "different" | null {
  const [one, other] = encodings;
  if (one?.status !== "encoded" || other?.status !== "encoded") return null;
  const textOf = ({ tokens }: typeof one) =>
    tokens
      .map(({ text }) => text)
      .join("")
      .trimEnd();
  if (textOf(one) !== textOf(other)) return "different";
  const learnedOf = ({ tokens }: typeof one) => tokens.map(({ learned }) => (learned ? "1" : "0")).join("");
  return learnedOf(one) === learnedOf(other) ? "same" : "sameText";
}
