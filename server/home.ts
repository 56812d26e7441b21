// Owns where everything of a home folder lies. Refuses any other place for the studio's own files.
import { join } from "node:path";

/** Paths inside $ANNEAL_HOME; `home` must be absolute. */
export function homePaths(home: string) {
  return {
    home,
    database: join(home, "anneal.db"),
    /** Held with an exclusive SQLite lock for as long as a studio works on this home. */
    lock: join(home, "lock.db"),
    token: join(home, "token"),
    settings: join(home, "settings.json"),
    /** {url, pid} of the server that holds the lock; only a hint for the CLI. */
    server: join(home, "server.json"),
    /** Failures of the studio itself. */
    log: join(home, "server.log"),
    modelFolders: join(home, "models.json"),
    engines: join(home, "engines"),
    engine: (id: string) => join(home, "engines", id),
    models: join(home, "models"),
    /** Chat templates, model groups and Python plugins beside the engine's own: one file each. */
    templates: join(home, "templates"),
    modelGroups: join(home, "model-groups"),
    plugins: join(home, "plugins"),
    datasets: join(home, "datasets"),
    /** Other dataset folders in use; only their paths. */
    datasetDirs: join(home, "dataset-dirs.json"),
    uploads: join(home, "uploads"),
    /** Copies of datasets in the layout of an engine that cannot read them as they are. */
    translated: join(home, "translated"),
    /** What can be made again: where rows lie in large files. */
    cache: join(home, "cache"),
    /** Configs saved under a name. */
    recipes: join(home, "recipes"),
    runs: join(home, "runs"),
    run: (id: string) => join(home, "runs", id),
    attempt: (id: string, attempt: number) => join(home, "runs", id, `attempt-${attempt}`),
    exports: join(home, "exports"),
    trash: join(home, "trash"),
  };
}
export type HomePaths = ReturnType<typeof homePaths>;
