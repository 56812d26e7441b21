// Owns a command as a person would type it into a shell.
export function shellText(command: readonly string[]): string {
  return command
    .map((part) => (/^[\w@%+=:,./~-]+$/.test(part) ? part : `'${part.replaceAll("'", "'\\''")}'`))
    .join(" ");
}
