// Owns what holds for every unit test: on CI what is drawn at random is the same each time, elsewhere each run draws anew.
import fc from "fast-check";

if (process.env.CI) fc.configureGlobal({ seed: 2026 });
