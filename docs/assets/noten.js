// Notes where the eye is: beside the text where noten.css makes room for them, elsewhere at their reference for as long
// as a pointer or the keyboard is there. Only style moves the items of the list: no word stands twice.
(() => {
  const article = document.querySelector("article");
  const GAP = 8;
  let shown, leaving;

  const box = (element) => element.getBoundingClientRect();
  const set = (element, name, pixels) => element.style.setProperty(name, `${Math.round(pixels)}px`);
  const referenceOf = (element) => element.closest(".footnote-ref");
  const noteOf = (element) => {
    const reference = referenceOf(element);
    return reference ? document.getElementById(reference.hash.slice(1)) : element.closest(".footnote > ol > li");
  };

  // Who sets letters or words wider apart than the sheet does, or each letter larger, needs the room of whole lines: then
  // notes stand under the text, as where the text is large for its screen.
  const COLUMNS = 60; // letters' heights across the screen, at the least; the sheet leaves 63
  const beside = () => article.classList.contains("noten-naast");
  const hasRoom = () => {
    const { letterSpacing, wordSpacing } = getComputedStyle(article);
    const asSet = letterSpacing === "normal" && wordSpacing === "0px";
    const across = document.documentElement.clientWidth / parseFloat(getComputedStyle(article).fontSize);
    return asSet && across >= COLUMNS && getComputedStyle(article).getPropertyValue("--kb-noten") === "naast";
  };

  // ---- beside the text ----

  // What a block has in the margin already: the number of a printed page, its themes and its life, perhaps opened. What
  // shows itself only under the pointer gives way to notes.
  const panelOf = (block) => block.querySelector(":scope > .bij") ?? block.parentElement.querySelector(":scope.alinea > .bij");
  const label = (block, top) => {
    const panel = panelOf(block), page = getComputedStyle(block, "::after");
    const start = Math.min(parseFloat(page.top) || Infinity, panel?.offsetTop ?? Infinity);
    const end = panel ? panel.offsetTop + panel.offsetHeight : start + parseFloat(page.height);
    const wanted = top + start, weight = panel?.matches(".bij-stil:not([open])") ? 0.01 : 100;
    const put = (at) => set(panel?.parentElement ?? block, "--zakt", at - wanted);
    return { wanted, least: wanted, weight, height: end - start + GAP, put };
  };

  // The least shift in all under which none overlaps the next: neighbours that would are pooled. A label never rises
  // out of its own block.
  const settle = (items) => {
    const pools = [];
    let above = 0, free = 0;
    for (const item of items) {
      let pool = { items: [item], weight: item.weight, sum: item.weight * (item.wanted - above) };
      item.above = above;
      above += item.height;
      for (let up; (up = pools.at(-1)) && up.sum / up.weight > pool.sum / pool.weight; pools.pop()) {
        pool = { items: [...up.items, ...pool.items], weight: up.weight + pool.weight, sum: up.sum + pool.sum };
      }
      pools.push(pool);
    }
    for (const pool of pools) {
      for (const item of pool.items) {
        const top = Math.max(pool.sum / pool.weight + item.above, item.least, free);
        free = top + item.height;
        item.put(top);
      }
    }
    return free;
  };

  const place = () => {
    article.classList.toggle("noten-naast", hasRoom());
    if (!beside()) return;
    const labelled = new Set(article.querySelectorAll("[data-blz], .alinea > [id], li:has(> .bij)"));
    for (const block of labelled) set(panelOf(block)?.parentElement ?? block, "--zakt", 0);
    const items = [], placed = new Set();
    for (const element of article.querySelectorAll("[id^='al-'], .footnote-ref")) {
      const note = noteOf(element), wanted = box(element).top - box(article).top;
      if (labelled.has(element)) items.push(label(element, wanted));
      if (!note || placed.has(note)) continue;
      placed.add(note);
      items.push({ wanted, least: 0, weight: 1, height: note.offsetHeight + GAP, put: (top) => set(note, "--y", top) });
    }
    set(article, "--noten-einde", settle(items));
  };

  // ---- at the reference ----

  const float = (note, reference) => {
    const head = parseFloat(getComputedStyle(reference).scrollMarginTop), foot = document.documentElement.clientHeight;
    if (box(note).top >= head && box(note).bottom <= foot) return;
    note.classList.add("zweeft");
    const at = box(reference), page = box(article);
    const above = at.top - head, below = foot - at.bottom;
    const under = below > note.offsetHeight + 2 * GAP || below > above;
    set(note, "--hoog", Math.max(under ? below : above, 0) - 2 * GAP);
    set(note, "--y", (under ? at.bottom + GAP : at.top - GAP - note.offsetHeight) - page.top);
    const right = page.width - note.offsetWidth - GAP;
    set(note, "--x", Math.max(GAP, Math.min(at.left - page.left - note.offsetWidth / 2, right)));
  };

  const hide = () => {
    leaving = clearTimeout(leaving);
    shown?.classList.remove("gewezen", "zweeft");
    shown = null;
  };
  const show = (note, reference) => {
    leaving = clearTimeout(leaving);
    if (note === shown) return;
    hide();
    shown = note;
    note.classList.add("gewezen");
    // The browser scrolls to what gets the focus only after it has told so.
    if (reference && !beside()) requestAnimationFrame(() => note === shown && float(note, reference));
  };
  const focused = () => document.activeElement.matches(":focus-visible") && noteOf(document.activeElement);

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const note = noteOf(target), reference = referenceOf(target);
    if (note && (beside() || note === shown || reference)) show(note, reference);
    else if (shown) leaving ||= setTimeout(() => focused() !== shown && hide(), 300);
  });
  document.addEventListener("focusin", ({ target }) => focused() ? show(focused(), referenceOf(target)) : hide());
  document.addEventListener("focusout", ({ relatedTarget }) => relatedTarget || hide());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("click", ({ target }) => referenceOf(target) && hide());
  addEventListener("resize", hide);

  article.classList.add("noten-bij");
  place();
  new ResizeObserver(place).observe(article);
  article.addEventListener("toggle", place, true);
})();
