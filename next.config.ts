// Owns how the pages are built: a static export that our own server serves. Refuses any Next run-time feature.
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
