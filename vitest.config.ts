import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ["**/*.test.ts"], exclude: ["**/node_modules/**", "**/.next/**", "**/.data/**"] },
});
