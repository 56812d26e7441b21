// Owns copying a text to the clipboard and saying that it was done.
"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

type CopyButtonProps = {
  text: string | (() => string);
  label?: string;
  className?: string;
  size?: "sm" | "icon";
};

export function CopyButton({ text, label, className, size = "icon" }: CopyButtonProps) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);

  // External system: the clock that takes the tick mark away again.
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);

  const name = copied ? t("copied") : (label ?? t("copy"));
  const button = (
    <Button
      variant="ghost"
      size={size}
      className={className}
      aria-label={name}
      onClick={() => {
        navigator.clipboard.writeText(typeof text === "function" ? text() : text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
    >
      {copied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
      {size === "icon" ? null : name}
    </Button>
  );
  return size === "icon" ? <Tooltip content={name}>{button}</Tooltip> : button;
}
