// Owns telling a full path from one that hangs on some folder. Pure.

/** A path the server can take as it stands; relative ones mean nothing to it. */
export function isFullPath(path: string): boolean {
  return /^(?:\/|~(?:\/|$)|[A-Za-z]:[\\/])/.test(path);
}
