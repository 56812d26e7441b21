// Owns how the pages are built: a static export that our own server serves. Refuses any Next run-time feature.
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  // The start script builds into a folder of its own and swaps it in whole.
  distDir: process.env.ANNEAL_PAGES_DIR ?? ".next",
  // Types are checked by `npm run check`; a start has no use for it.
  typescript: { ignoreBuildErrors: true },
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
