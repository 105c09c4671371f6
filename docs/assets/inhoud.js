// Marks the place of the reader in the contents, keeps it in sight, tells it to readers of every kind, and closes the
// line that holds the contents on a small screen.
(() => {
  const contents = document.querySelector(".inhoud");
  if (!contents) return;
  const [line, list] = contents.children;
  const column = () => getComputedStyle(contents).getPropertyValue("--kb-inhoud") === "kolom";
  const parts = [...list.querySelectorAll(".md-nav__link")].map((link) => [
    document.getElementById(link.getAttribute("href").slice(1)), link,
  ]);
  let current, wide;

  const fold = () => { contents.open = column(); };
  const refold = () => {
    if (wide === column()) return;
    wide = column();
    fold();
  };
  // At once: while one thing scrolls smoothly, a browser may forget to scroll the page to an address.
  const follow = () => {
    const at = current?.getBoundingClientRect().top;
    for (const box of at ? [list, contents.closest(".md-sidebar__scrollwrap")] : []) {
      box.scrollTop += at - box.getBoundingClientRect().top - box.clientHeight / 2;
    }
  };

  // A heading is read from where an address that leads to it would put it.
  const isRead = ([heading]) => {
    if (!heading) return false;
    return heading.getBoundingClientRect().top < parseFloat(getComputedStyle(heading).scrollMarginTop) + 2;
  };
  const mark = () => {
    const link = parts.findLast(isRead)?.[1];
    if (link === current) return;
    current?.classList.remove("md-nav__link--active");
    current?.removeAttribute("aria-current");
    current = link;
    current?.classList.add("md-nav__link--active");
    current?.setAttribute("aria-current", "location");
    line.dataset.hier = current?.textContent.trim() ?? "";
    follow();
  };
  addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
  contents.addEventListener("toggle", follow);

  mark();
  refold();
  new ResizeObserver(refold).observe(document.body);
  document.addEventListener("click", ({ target }) => {
    if (target.closest(".inhoud a") || !contents.contains(target)) fold();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !contents.open) return;
    if (contents.contains(document.activeElement)) line.focus();
    fold();
  });
})();
