// Keeps the place of the reader in the contents in sight, tells it to readers of every kind, and closes the line that
// holds the contents on a small screen. Which place it is, the theme says.
(() => {
  const contents = document.querySelector(".inhoud");
  if (!contents) return;
  const [line, list] = contents.children;
  const wide = matchMedia("(min-width: 60em)");
  const current = () => list.querySelector(".md-nav__link--active");

  const fold = () => { contents.open = wide.matches; };
  // At once: while one thing scrolls smoothly, a browser may forget to scroll the page to an address.
  const follow = () => {
    const at = current()?.getBoundingClientRect().top;
    for (const box of at ? [list, contents.closest(".md-sidebar__scrollwrap")] : []) {
      box.scrollTop += at - box.getBoundingClientRect().top - box.clientHeight / 2;
    }
  };

  new MutationObserver(() => {
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    current()?.setAttribute("aria-current", "location");
    line.dataset.hier = current()?.textContent.trim() ?? "";
    follow();
  }).observe(list, { subtree: true, attributeFilter: ["class"] });
  contents.addEventListener("toggle", follow);

  fold();
  wide.addEventListener("change", fold);
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".inhoud a") || !contents.contains(target)) fold();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !contents.open) return;
    if (contents.contains(document.activeElement)) line.focus();
    fold();
  });
})();
