// Light or dark: as chosen here, else as the reader's system is. Without this script pages are light.
(() => {
  const KEY = "kamerbrieven.kleur";
  const button = document.querySelector(".kb-kleur"), system = matchMedia("(prefers-color-scheme: dark)");
  let chosen;
  try { chosen = localStorage.getItem(KEY); } catch { /* not allowed to remember: then for this page only */ }

  const show = () => {
    const scheme = chosen ?? (system.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    button.ariaPressed = scheme === "slate";
  };
  document.documentElement.className = "js";
  button.hidden = false;
  button.addEventListener("click", () => {
    chosen = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    try { localStorage.setItem(KEY, chosen); } catch { /* as above */ }
    show();
  });
  system.addEventListener("change", show);
  show();
})();
