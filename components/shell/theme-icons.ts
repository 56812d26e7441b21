// Owns which picture stands for which theme.
import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import type { Theme } from "@/client/theme.ts";

export const themeIcons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };
