// Owns how much of the form a person wants to see; kept between visits.
import { keptChoice } from "./kept-choice.ts";

export const fieldLevel = keptChoice("anneal.launch.level", ["basic", "advanced", "all"]);
