// Owns how a rendered conversation looks: its parts named, special tokens as chips, what is learned underlined.
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import type { RenderedPiece } from "@/contract/template.ts";
import { numbered } from "./numbered.ts";

const lines = {
  prefix: "border-border-strong",
  system: "border-violet",
  tools: "border-warning",
  user: "border-info",
  assistant: "border-accent",
  function: "border-magenta",
  observation: "border-success",
  other: "border-border-strong",
} as const satisfies Record<RenderedPiece["part"], string>;

type Block = { part: RenderedPiece["part"]; pieces: readonly RenderedPiece[] };

export function blocksOf(pieces: readonly RenderedPiece[]): Block[] {
  const blocks: { part: RenderedPiece["part"]; pieces: RenderedPiece[] }[] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (last?.part === piece.part) last.pieces.push(piece);
    else blocks.push({ part: piece.part, pieces: [piece] });
  }
  return blocks;
}

/** Meant as one token, and several or none to the given model. */
export const isNoToken = ({ kind, ids }: RenderedPiece) =>
  kind === "token" && ids !== undefined && ids.length !== 1;

export function RenderedConversation({ pieces }: { pieces: readonly RenderedPiece[] }) {
  const t = useT("templates");
  return (
    <ol aria-label={t("rendering.label")} className="flex flex-col gap-1.5">
      {numbered(blocksOf(pieces)).map(({ item: { part, pieces: own }, number }) => (
        <li
          key={number}
          className={cn("grid border-l-2 pl-2 sm:grid-cols-[5.5rem_minmax(0,1fr)] sm:gap-2", lines[part])}
        >
          <span className="pt-0.5 text-2xs text-muted">{t(`rendering.part.${part}`)}</span>
          <span className="wrap-anywhere whitespace-pre-wrap font-mono text-xs leading-5">
            {numbered(own).map(({ item, number: place }) => (
              <Piece key={place} piece={item} isLast={place === own.length} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Piece({ piece, isLast }: { piece: RenderedPiece; isLast: boolean }) {
  const t = useT("templates");
  const { text, kind, learned, ids } = piece;
  const unknown = isNoToken(piece);
  const word = text === "bos_token" ? t("rendering.bos") : text === "eos_token" ? t("rendering.eos") : null;
  const title = unknown ? t("rendering.unknownToken") : ids?.length ? ids.join(" ") : undefined;
  if (kind === "token")
    return (
      <span
        title={title}
        className={cn(
          "mx-px inline-block rounded-sm border px-1 leading-4",
          word ? "border-border-strong border-dashed text-muted italic" : "border-border bg-surface-2",
          unknown && "border-danger text-danger",
          learned && "border-b-2 border-b-accent",
        )}
      >
        {word ?? text}
        {unknown ? <span className="sr-only">{t("rendering.unknownToken")}</span> : null}
      </span>
    );
  return (
    <span
      title={title}
      className={cn(learned && "underline decoration-accent decoration-2 underline-offset-3")}
    >
      <Lines text={text} isLast={isLast} />
    </span>
  );
}

/** A line break is shown as what it is, and breaks the line where something follows. */
function Lines({ text, isLast }: { text: string; isLast: boolean }) {
  const rows = text.split("\n");
  return numbered(rows).map(({ item: row, number }) => {
    const isEnd = number === rows.length;
    const breaks = !(isLast && rows.slice(number).every((rest) => rest === ""));
    return (
      <span key={number}>
        {row}
        {isEnd ? null : (
          <span aria-hidden className="select-none text-faint no-underline">
            ↵{breaks ? "\n" : ""}
          </span>
        )}
      </span>
    );
  });
}
