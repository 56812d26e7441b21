// Owns the colours and the type of a canvas, read from the tokens of the theme on the screen. Refuses values of its own.

export type SeriesColor = 1 | 2 | 3 | 4 | 5 | 6;

export type ChartTheme = {
  series: (color: SeriesColor) => string;
  surface: string;
  grid: string;
  /** Opacity of the samples under their smoothed line. */
  faint: number;
  text: string;
  font: string;
};

export function readChartTheme(element: HTMLElement): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    series: (color) => token(`--series-${color}`),
    surface: token("--surface"),
    grid: token("--border"),
    // On a dark ground thin lines need more of their colour to be seen as well as on a light one.
    faint: style.colorScheme === "dark" ? 0.45 : 0.35,
    text: token("--faint"),
    font: `11px ${style.fontFamily}`,
  };
}
