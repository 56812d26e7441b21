// Owns what each route of the contract does: one call into a service. Refuses logic; that is the services' part.
import type { FastifyReply } from "fastify";
import type { Services } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import type { TokenStore } from "../system/token-store.ts";
import { refusal } from "./access.ts";
import type { Attempts } from "./attempts.ts";
import { Download } from "./download.ts";
import type { Handlers } from "./route-types.ts";

const SESSION_SECONDS = 90 * 24 * 3600;
const ok = { ok: true } as const;

export type HandlerParts = {
  services: Services;
  tokens: TokenStore;
  attempts: Attempts;
  /** The address with the token, as it is printed. */
  address: () => string;
  /** After a new token: every open socket belongs to the old one. */
  endSessions: () => void;
};

export function createHandlers({ services, tokens, attempts, address, endSessions }: HandlerParts): Handlers {
  const { runs, engines, additions, recipes, library, datasets, translator, system } = services;

  function giveCookie(reply: FastifyReply): void {
    reply.setCookie(tokens.cookieName(), tokens.cookieValue(), {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      maxAge: SESSION_SECONDS,
    });
  }

  return {
    health: () => ({ ok: true, name: "anneal" }),
    openSession({ body }, { reply }) {
      if (attempts.isExhausted()) {
        throw new StudioError({
          code: "rate.limited",
          message: "Too many wrong tokens.",
          hint: "Wait a minute, then open the printed address again.",
        });
      }
      if (!tokens.isToken(body.token)) {
        attempts.addWrong();
        throw new StudioError(refusal("auth.wrong-token"));
      }
      giveCookie(reply);
      return ok;
    },
    session: () => ok,
    rotateToken(_, { reply }) {
      tokens.rotate();
      giveCookie(reply);
      endSessions();
      return { address: address() };
    },

    system: ({ query }) => system.info({ disk: query.disk === "true" }),
    hardware: () => system.hardware(),
    saveSettings: ({ body }) => system.saveSettings(body),
    emptyTrash: () => system.emptyTrash(),

    engines: () => engines.list(),
    installEngine: ({ params }) => engines.install(params.id),
    checkEngine: ({ params }) => engines.check(params.id),
    catalog: ({ params }) => engines.catalog(params.id),

    engineArguments: ({ params }) => engines.arguments(params.id),
    engineVerdict: ({ params, body }) => engines.verdict(params.id, body),
    engineModules: ({ params, body }) => engines.modules(params.id, body),
    importConfig: ({ params, body }) => engines.importConfig(params.id, body.text),
    installPackages: ({ params, body }) => engines.installPackages(params.id, body.packages),

    additions: ({ params }) => additions.list(params.id),
    readAddition: ({ params, body }) => additions.read(params.id, body.text),
    renderTemplate: ({ params, body }) => additions.render(params.id, body),
    saveTemplate: ({ params, body }) => additions.saveTemplate(params.id, params.name, body),
    async removeTemplate({ params }) {
      await additions.removeTemplate(params.id, params.name);
      return ok;
    },
    saveModelGroup: ({ params, body }) => additions.saveGroup(params.id, params.name, body),
    async removeModelGroup({ params }) {
      await additions.removeGroup(params.id, params.name);
      return ok;
    },
    savePlugin: ({ params, body }) => additions.savePlugin(params.id, params.name, body),
    async removePlugin({ params }) {
      await additions.removePlugin(params.id, params.name);
      return ok;
    },

    recipes: () => recipes.list(),
    saveRecipe: ({ params, body }) => recipes.save(params.name, body),
    async removeRecipe({ params }) {
      await recipes.remove(params.name);
      return ok;
    },

    models: () => library.models(),
    addModel: ({ body }) => library.addModel(body.path),
    async removeModel({ params }) {
      await library.removeModel(params.id);
      return ok;
    },
    datasets: ({ query }) => library.datasets(query.dir),
    datasetDirs: () => datasets.dirs(),
    addDatasetDir: ({ body }) => datasets.addDir(body.path),
    async removeDatasetDir({ query }) {
      await datasets.removeDir(query.path);
      return ok;
    },
    guessDataset: ({ body }) => datasets.guess(body),
    datasetForEngine: ({ body }) => datasets.forEngine(body),
    dataset: ({ params, query }) => datasets.detail(params.name, query.dir),
    saveDataset: ({ params, query, body }) => datasets.save(params.name, query.dir, body),
    async removeDataset({ params, query }) {
      await datasets.remove(params.name, query.dir);
      return ok;
    },
    datasetRows: ({ params, query: { dir, ...range } }) => datasets.rows(params.name, dir, range),
    async datasetMedia({ params, query }) {
      const { path, type } = await datasets.media(params.name, query.dir, query.path);
      return new Download(path, type, "inline");
    },
    startScan: ({ params, query, body }) => datasets.startScan(params.name, query.dir, body),
    scan: ({ params }) => datasets.scan(params.id),
    cancelScan: ({ params }) => datasets.cancelScan(params.id),
    encodeRow: ({ params, query, body }) => datasets.encode(params.name, query.dir, body),
    uploads: () => datasets.uploads(),
    beginUpload: ({ body }) => datasets.beginUpload(body),
    uploadPiece: ({ params, query }, { request }) =>
      datasets.uploadPiece(params.id, query.offset, request.raw),
    async cancelUpload({ params }) {
      await datasets.cancelUpload(params.id);
      return ok;
    },
    finishUpload: ({ params, query }) => datasets.finishUpload(params.id, query.dir),

    translate: ({ body }) => translator.translate(body),
    outlook: ({ body }) => translator.outlook(body.spec, body),

    presets: () => library.presets(),

    runs: ({ query }) => runs.list({ archived: query.archived === "true" }),
    previewRun: ({ body }) => runs.preview(body),
    createRun: ({ body }) => runs.create(body.spec, body.key),
    run: ({ params }) => runs.detail(params.id),
    actOnRun: ({ params, body }) => runs.act(params.id, body),
    async removeRun({ params }) {
      await runs.remove(params.id);
      return ok;
    },
    mergeRun: ({ params, body }) => runs.merge(params.id, body),
    checkpoints: ({ query }) => runs.checkpoints(query.engine),
    runFollows: ({ params }) => runs.follows(params.id),
    followRun: ({ params, body }) => runs.follow(params.id, body),
    runEvents: ({ params, query }) =>
      runs.events(params.id, { attempt: query.attempt, offset: query.offset }, query.limit),
    runLog: ({ params, query }) => runs.log(params.id, query),
    async runFile({ params }) {
      const { path } = await runs.file(params.id, params["*"]);
      return new Download(path);
    },
  };
}
