// Owns what is asked beside the config: the run's name and the devices it trains on.
"use client";
import { RotateCcw } from "lucide-react";
import { memo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { nameProblem } from "@/client/launch/run-name.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldError, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { DeviceRequest } from "@/contract/run.ts";
import { DeviceField } from "./device-field.tsx";
import { fieldId } from "./field-id.ts";
import { Section } from "./section.tsx";

/** The name is not a key of the config; its field is found under this one. */
export const NAME_FIELD = "anneal:name";

export type RunSectionProps = {
  name: string | null;
  suggestion: string;
  onName: (name: string | null) => void;
  device: DeviceRequest;
  onDevice: (device: DeviceRequest) => void;
};

/** Redrawn only when what it shows changes. */
export const RunSection = memo(function RunSection(props: RunSectionProps) {
  const { name, suggestion, onName, device, onDevice } = props;
  const t = useT("launch");
  const problem = name === null ? null : nameProblem(name);
  return (
    <Section title={t("section.run")} help={t("section.runHelp")}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Field id={fieldId(NAME_FIELD)} invalid={problem !== null}>
          <FieldLabel help={t("name.help")}>{t("name.label")}</FieldLabel>
          <span className="flex gap-1">
            <Input
              value={name ?? suggestion}
              placeholder={suggestion}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onName(event.target.value)}
              onBlur={() => name !== null && name.trim() === "" && onName(null)}
            />
            {name === null ? null : (
              <Tooltip content={t("name.suggest")}>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t("name.suggest")}
                  onClick={() => onName(null)}
                >
                  <RotateCcw aria-hidden />
                </Button>
              </Tooltip>
            )}
          </span>
          <FieldHelp className="sr-only">{t("name.help")}</FieldHelp>
          {problem ? <FieldError>{t(`name.${problem}`)}</FieldError> : null}
        </Field>
        <DeviceField device={device} onDevice={onDevice} />
      </div>
    </Section>
  );
});
