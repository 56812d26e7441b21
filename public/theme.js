// Owns the first paint: theme and language are known before any pixel. A file of its own, as the CSP forbids inline scripts.
(() => {
  const root = document.documentElement;
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = stored("anneal.theme");
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";

  const spoken = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const locale = stored("anneal.locale") ?? spoken.find((tag) => tag === "en" || tag === "zh");
  if (locale === "zh") {
    root.lang = "zh-CN";
    root.dataset.messages = "pending";
  }
})();
