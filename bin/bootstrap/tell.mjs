// Owns what a start says before the server can speak: one line per step, and failures as what, why, what to do.
// Everything goes to stderr, so that `--json` output stays clean.

/** Ends the process with one clear message. */
export function fail(what, why, todo) {
  process.stderr.write(`\n✗ ${what}\n`);
  for (const line of why.trim().split("\n")) process.stderr.write(`  ${line}\n`);
  process.stderr.write(`→ ${todo}\n`);
  process.exit(1);
}

/** Shows that `label` is under way, with the seconds it has taken; the returned function ends the line. */
export function step(label) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stderr.isTTY === true;
  const draw = () => process.stderr.write(`\r◌ ${label} … ${seconds()}`);
  if (live) draw();
  else process.stderr.write(`◌ ${label} …\n`);
  const timer = live ? setInterval(draw, 1000) : undefined;
  return (ok) => {
    clearInterval(timer);
    if (live) process.stderr.write("\r\u001b[K");
    if (ok) process.stderr.write(`✓ ${label} (${seconds()})\n`);
  };
}
