// Owns showing the `keys` of a sentence as code.
export function InlineCode({ text }: { text: string }) {
  const parts = text.split("`");
  // An odd number of marks is no pair: the text stays as it is.
  if (parts.length % 2 === 0) return text;
  return parts.map((part, at) => {
    const key = `${at} ${part}`;
    if (at % 2 === 0) return <span key={key}>{part}</span>;
    return (
      <code key={key} className="rounded-xs bg-surface-2 px-1 font-mono text-[0.92em]">
        {part}
      </code>
    );
  });
}
