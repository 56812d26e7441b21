// Owns the place of a window whose code loads late, and that stays for its closing motion once it was opened.
"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LateCode } from "./late-code.ts";

type LazilyProps<Code> = { code: LateCode<Code>; open: boolean; children: (code: Code) => ReactNode };

export function Lazily<Code>({ code, open, children }: LazilyProps<Code>) {
  const [, setLoaded] = useState(false);
  const wanted = useRef(false);
  if (open) wanted.current = true;
  // External system: the network, where the window's code comes from.
  useEffect(() => {
    if (open && code.read() === null) void code.load().then(() => setLoaded(true));
  }, [open, code]);
  const there = code.read();
  return wanted.current && there !== null ? children(there) : null;
}
