// Owns the sign of the product: metal that cools step by step, as a loss curve falls.
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={className}>
      <rect x="1.5" y="2" width="3.5" height="12" rx="1" className="fill-accent" />
      <rect x="6.25" y="6" width="3.5" height="8" rx="1" className="fill-accent opacity-60" />
      <rect x="11" y="9" width="3.5" height="5" rx="1" className="fill-border-strong" />
    </svg>
  );
}
