// Owns `npm run check`: everything but the browser and the engine, in under a minute.
import { runChecks } from "./checks.ts";
import { conclude } from "./steps.ts";

conclude(await runChecks());
