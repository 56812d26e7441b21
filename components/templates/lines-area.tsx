// Owns a list of words, one per line. Empty lines are no words.
"use client";
import { useState } from "react";
import { TextArea } from "@/components/ui/text-area.tsx";
import { escaped, unescaped } from "./definition-view.ts";

type LinesAreaProps = {
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  "aria-label": string;
};

const wordsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map(unescaped);

export function LinesArea({ value, onValueChange, ...props }: LinesAreaProps) {
  const [typed, setTyped] = useState(() => value.map(escaped).join("\n"));
  const isSame = JSON.stringify(wordsOf(typed)) === JSON.stringify(value);
  return (
    <TextArea
      value={isSame ? typed : value.map(escaped).join("\n")}
      onValueChange={(text) => {
        setTyped(text);
        onValueChange(wordsOf(text));
      }}
      {...props}
    />
  );
}
