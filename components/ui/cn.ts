// Owns the joining of class names, with the type sizes of globals.css known to it.
import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { text: ["2xs"], shadow: ["overlay"], animate: ["breathe", "slide"] } },
});

export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
