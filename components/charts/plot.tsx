// Owns the place of a canvas in the page. Give it a new key when the structure or the theme changes.
"use client";
import { useLayoutEffect, useState } from "react";
import "uplot/dist/uPlot.min.css";
import { createPlotHandle, type PlotInput } from "./plot-handle.ts";
import type { PlotStructure } from "./plot-options.ts";

export function Plot({ structure, ...input }: PlotInput & { structure: PlotStructure }) {
  const { chart, span, width, height, onHover, onZoom } = input;
  const [handle] = useState(() => createPlotHandle(structure, input));

  // External system: the canvas. Before the paint, so that a new width never shows an old picture.
  useLayoutEffect(() => {
    handle.update({ chart, span, width, height, onHover, onZoom });
  }, [handle, chart, span, width, height, onHover, onZoom]);

  return <div ref={handle.attach} style={{ width, height }} />;
}
