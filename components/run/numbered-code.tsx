// Owns a file as it stands, with line numbers that are not part of what is copied.
import { cn } from "@/components/ui/cn.ts";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

type NumberedCodeProps = { text: string; label: string; className?: string };

export function NumberedCode({ text, label, className }: NumberedCodeProps) {
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }));
  return (
    <section
      aria-label={label}
      {...focusable}
      className={cn("overflow-auto rounded-b-lg py-2 font-mono text-xs leading-4.5", className)}
    >
      <table className="min-w-full border-separate border-spacing-0">
        <tbody>
          {lines.map(({ line, number }) => (
            <tr key={number}>
              <td
                aria-hidden
                data-line={number}
                className="sticky left-0 w-px select-none bg-surface pr-3 pl-3 text-right text-faint before:content-[attr(data-line)]"
              />
              <td className="whitespace-pre pr-4">
                <YamlLine line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Comments step back, keys come forward; the values are what one looks for. */
function YamlLine({ line }: { line: string }) {
  const found = /^(\s*(?:- )?)([\w.-]+:)(\s.*|)$/.exec(line);
  if (/^\s*#/.test(line)) return <span className="text-faint">{line}</span>;
  if (!found) return line === "" ? " " : line;
  const [, indent, key, value] = found;
  return (
    <>
      {indent}
      <span className="text-muted">{key}</span>
      {value}
    </>
  );
}
