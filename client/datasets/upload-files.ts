// Owns what chosen files are called in the dataset folder, and which of them are pictures, videos or sound. Pure.

const MEDIA = /\.(?:png|jpe?g|gif|webp|bmp|tiff?|mp4|webm|mov|mkv|avi|wav|mp3|ogg|flac|m4a)$/i;
const ROWS = /\.(?:jsonl?|csv|parquet|arrow|txt)$/i;

export const isMedia = (name: string): boolean => MEDIA.test(name);

/** What a folder brings that nobody would look for among the rows. */
const isWanted = (name: string) => isMedia(name) || ROWS.test(name);

export type NamedFile = { file: File; name: string };

/**
 * A single file keeps its name. A chosen folder keeps its own name as well, for rows that say "pictures/1.png"; when the rows
 * come along in it, they mean its files by their place inside it.
 */
export function namedFiles(files: readonly File[]): NamedFile[] {
  const inFolder = files.some((file) => file.webkitRelativePath !== "");
  if (!inFolder) return files.map((file) => ({ file, name: file.name }));
  const wanted = files.filter(({ name }) => isWanted(name) && !name.startsWith("."));
  const withRows = wanted.some(({ name }) => !isMedia(name));
  return wanted.map((file) => {
    const path = file.webkitRelativePath;
    return { file, name: withRows ? path.slice(path.indexOf("/") + 1) : path };
  });
}
