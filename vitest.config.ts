// Owns how unit and server tests run: Node, `@/` as in tsconfig. Refuses the browser tests (e2e/ has Playwright).
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }] },
  test: {
    exclude: [...configDefaults.exclude, "e2e/**", "out/**", ".next/**"],
    setupFiles: ["vitest.setup.ts"],
    // Server tests start real processes, which take their time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
