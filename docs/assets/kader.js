// The frame of every page: light or dark as chosen, and contents that show where the reader is.
// Without this script pages are light, and the contents stand still.
(() => {
  const KEY = "kamerbrieven.kleur", HERE = "md-nav__link--active", BELOW_HEADER = 120;
  const button = document.querySelector(".kb-kleur"), system = matchMedia("(prefers-color-scheme: dark)");
  let chosen;
  try { chosen = localStorage.getItem(KEY); } catch { /* not allowed to remember: then for this page only */ }

  const show = () => {
    const scheme = chosen ?? (system.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    button.ariaPressed = scheme === "slate";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    chosen = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    try { localStorage.setItem(KEY, chosen); } catch { /* as above */ }
    show();
  });
  system.addEventListener("change", show);
  show();

  document.addEventListener("DOMContentLoaded", () => {
    const parts = [...document.querySelectorAll(".md-nav--secondary .md-nav__link")].map((link) => [
      document.getElementById(link.getAttribute("href").slice(1)), link,
    ]);
    const scroller = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
    let here;
    const follow = () => {
      const link = parts.findLast(([heading]) => heading?.getBoundingClientRect().top < BELOW_HEADER)?.[1];
      if (link === here) return;
      here?.classList.remove(HERE);
      link?.classList.add(HERE);
      here = link;
      if (link) scroller.scrollTop = link.offsetTop - scroller.clientHeight / 2;
    };
    if (parts.length) {
      addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
      follow();
    }
  });
})();
