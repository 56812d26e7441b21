// Owns one line that may hold line breaks, written as \n. What is being typed stays as typed, also a lone backslash.
"use client";
import { useState } from "react";
import { Input } from "@/components/ui/input.tsx";
import { escaped, unescaped } from "./definition-view.ts";

type EscapedInputProps = {
  value: string;
  onValueChange: (value: string) => void;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean;
  className?: string;
  placeholder?: string;
};

export function EscapedInput({ value, onValueChange, ...props }: EscapedInputProps) {
  const [typed, setTyped] = useState(() => escaped(value));
  const shown = unescaped(typed) === value ? typed : escaped(value);
  return (
    <Input
      mono
      spellCheck={false}
      autoComplete="off"
      value={shown}
      onValueChange={(text) => {
        setTyped(text);
        onValueChange(unescaped(text));
      }}
      {...props}
    />
  );
}
