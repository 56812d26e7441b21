// Owns the sign of the product: metal that glows less with every step, as a loss curve does.
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={className} fill="none">
      <path
        d="M1.5 2.5c.9 6.6 3.4 10 12.2 10.6"
        className="stroke-border-strong"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <circle cx="6" cy="10.2" r="3" className="fill-accent" />
    </svg>
  );
}
