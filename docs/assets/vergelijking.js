// Comparison pages: the view, the kinds that show and the current change stand in the address; steps lead from change
// to change and say where they lead. Without this script everything is there, the views and kinds can be chosen too.
// Where a page compares anew (zelf.js), it says so, and all begins again with what is there then.
(function begin(anew) {
  "use strict";
  if (!anew) document.addEventListener("vergelijking", begin);
  const box = document.getElementById("vergelijking");
  const form = box && box.querySelector(".bediening");
  if (!form) return;
  const list = box.querySelector(".wijzigingen");
  const stand = form.querySelector(".stand");
  const views = [...box.querySelectorAll("[name=weergave]")];
  const kinds = [...box.querySelectorAll("[name=soort]")];
  const entries = new Map([...list.querySelectorAll("li[data-w]")].map((entry) => [entry.dataset.w, entry]));
  const total = list.querySelectorAll('li[data-w]:not([data-kind="opmaak"])').length;
  const summary = list.querySelector(".rijtje:not(.alleen-opmaak) > summary");
  const summaryOfAll = summary?.textContent;
  const rowsOf = new Map();
  let current = "";
  let marks = new Map();

  const chosen = () => views.find((choice) => choice.checked).value;
  const section = () => box.querySelector(`[data-view="${chosen() === "wijzigingen" ? "lopend" : chosen()}"]`);
  // What is chosen by: the kind of a change, or that it may be misread.
  const kind = (part) => (part.dataset.twijfel ? "twijfel" : part.dataset.kind);
  const choice = (part) => kinds.find((one) => one.value === kind(part));
  const shows = (part) => choice(part)?.checked;
  const isLayout = (part) => part.dataset.kind === "opmaak";
  const usual = () => (matchMedia("(min-width: 60.01em)").matches ? "naast-elkaar" : "lopend");

  // ---- what is shown ----

  // The marks of each change in the view that is shown, in reading order, without the kinds that are switched off.
  function gather() {
    box.dataset.weergave = chosen();
    const off = kinds.filter((one) => !one.checked).map((one) => one.value);
    box.dataset.uit = (kinds.some((one) => one.value === "opmaak") ? off : [...off, "opmaak"]).join(" ");
    marks = new Map();
    for (const mark of section().querySelectorAll("[data-w]")) {
      if (!shows(mark)) continue;
      if (!marks.has(mark.dataset.w)) marks.set(mark.dataset.w, []);
      marks.get(mark.dataset.w).push(mark);
    }
    if (chosen() === "wijzigingen") empty();
  }

  // Where changes alone are shown, a row without a change of the chosen kinds is none; next to one that has, its line.
  function empty() {
    const parts = [...box.querySelector('[data-view="lopend"]').children];
    const full = parts.map((part) => part.matches(".rij")
      && [...part.querySelectorAll("[data-w]")].some(shows));
    const near = parts.map((part, at) => full[at - 1] || full[at + 1]);
    parts.forEach((part, at) => {
      const fold = part.matches(".gelijk") && (near[at - 1] || near[at + 1]);
      part.classList.toggle("leeg", !full[at] && !near[at] && !fold);
      part.classList.toggle("terzijde", !full[at] && near[at] && part.matches(".rij"));
    });
  }

  function tell() {
    const shown = [...entries.values()].filter((entry) => !isLayout(entry) && shows(entry)).length;
    if (summary) summary.textContent = shown === total ? summaryOfAll : `${shown} van de ${total} wijzigingen op een rij`;
    const layout = [...marks.keys()].filter((number) => isLayout(entries.get(number))).length;
    const others = marks.size - layout;
    const counted = `${others} ${others === 1 ? "wijziging" : "wijzigingen"}${layout ? ` en ${layout} in opmaak` : ""}`;
    stand.textContent = !marks.has(current) ? counted
      : isLayout(entries.get(current)) ? `opmaak ${current}` : `${current} van ${total}`;
    for (const button of form.querySelectorAll("[data-stap]")) button.disabled = !marks.size;
  }

  // ---- the address ----

  // `push`: the reader chose a view. It stands there then, also the usual one, which is another one elsewhere.
  function write(push) {
    const asked = new URLSearchParams(location.search);
    const usualKinds = kinds.every((choice) => choice.checked === choice.defaultChecked);
    const on = kinds.filter((choice) => choice.checked).map((choice) => choice.value);
    asked.delete("soort");
    if (!usualKinds) for (const kind of on.length ? on : ["geen"]) asked.append("soort", kind);
    if (push || chosen() !== usual() || asked.has("weergave")) asked.set("weergave", chosen());
    const query = asked.toString();
    const place = current ? `#w-${current}` : location.hash.startsWith("#w-") ? "" : location.hash;
    const address = location.pathname + (query && `?${query}`) + place;
    if (address === location.pathname + location.search + location.hash) return;
    history[push ? "pushState" : "replaceState"](null, "", address);
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    const view = views.find((choice) => choice.value === asked.get("weergave"));
    (view || views.find((choice) => choice.value === usual())).checked = true;
    const on = asked.getAll("soort");
    for (const kind of kinds) kind.checked = on.length ? on.includes(kind.value) : kind.defaultChecked;
    gather();
    follow();
  }

  // An address of a change leads to it in the view that is shown; its kind is switched on if need be.
  function follow() {
    const asked = /^#w-(\d+)(-oud)?$/.exec(location.hash);
    const entry = asked && entries.get(asked[1]);
    if (!entry) return choose("");
    if (!shows(entry)) {
      choice(entry).checked = true;
      gather();
    }
    go(asked[1], { at: asked[2] ? old(asked[1]) : null, calm: true });
  }

  // ---- the current change ----

  function unfold(mark) {
    for (let fold = mark.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  function choose(number) {
    for (const mark of box.querySelectorAll(".weergaven .hier")) mark.classList.remove("hier");
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    current = marks.has(number) ? number : "";
    if (current) {
      for (const mark of marks.get(current)) mark.classList.add("hier");
      const entry = entries.get(current);
      entry.setAttribute("aria-current", "true");
      if (getComputedStyle(list).overflowY === "auto") bring(entry);
    }
    tell();
  }

  // The entry of the current change comes into sight in a list that scrolls by itself; the page does not.
  function bring(entry) {
    const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  const old = (number) => marks.get(number)?.find((mark) => mark.matches("del[data-moved]"));

  function go(number, { at, calm, focus } = {}) {
    choose(number);
    if (!current) return;
    marks.get(current).forEach(unfold);
    const moved = marks.get(current).find((mark) => mark.matches("ins[data-moved]"));
    const mark = at || moved || marks.get(current)[0];
    const still = calm || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const tall = mark.getBoundingClientRect().height > innerHeight / 2;
    mark.scrollIntoView({ block: tall ? "start" : "center", behavior: still ? "auto" : "smooth" });
    if (!focus) return;
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    form.querySelector(".melding").textContent = said(entries.get(current));
  }

  // `Wijziging 4 van 5, leesteken, spatie toegevoegd: J. P. H. Donner, alinea 12`.
  function said(entry) {
    const parts = [...entry.childNodes].filter((part) => part.nodeName !== "BUTTON");
    return parts.map((part) => part.textContent).join("").replace(/\s+/g, " ").replace(/ ([,:])/g, "$1").trim();
  }

  function step(by) {
    const numbers = [...marks.keys()];
    if (!numbers.length) return;
    const at = numbers.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : numbers.length - 1) : (at + by + numbers.length) % numbers.length;
    go(numbers[next], { focus: true });
    write();
  }

  // ---- another view, the same place ----

  // The rows of a view with their numbers, which are the same in each view.
  function rows() {
    const view = section();
    if (!rowsOf.has(view)) {
      const found = [...view.querySelectorAll("tr[data-rij], .rij, .paar:not(.koppen)")];
      rowsOf.set(view, found.map((row, index) => [Number(row.dataset.rij ?? index), row]));
    }
    return rowsOf.get(view);
  }

  // What is at the top of the screen: the current change where it is in sight, else the first row.
  function top() {
    const edge = form.getBoundingClientRect().bottom;
    const seen = marks.get(current)?.map((mark) => mark.getBoundingClientRect().top);
    const at = seen?.find((height) => height >= edge && height < innerHeight);
    if (at !== undefined) return { change: current, at };
    const first = rows().find(([, row]) => row.checkVisibility() && row.getBoundingClientRect().bottom > edge);
    return first && { row: first[0], at: Math.max(first[1].getBoundingClientRect().top, edge) };
  }

  function back(place) {
    if (!place || place.at > innerHeight) return;
    const later = rows().filter(([index, row]) => index >= place.row && row.checkVisibility());
    const mark = place.change ? marks.get(place.change)?.[0] : later[0]?.[1];
    if (!mark) return;
    if (place.change) unfold(mark);
    scrollBy({ top: mark.getBoundingClientRect().top - place.at, behavior: "instant" });
  }

  let place;
  function changed(event) {
    const number = current;
    gather();
    choose(number);
    if (event.target.name === "weergave") back(place);
    write(event.target.name === "weergave");
    place = top();
  }

  // ---- what readers do ----

  box.classList.add("met-script");
  form.querySelector(".stappen").hidden = false;
  if (matchMedia("(min-width: 75em)").matches) list.querySelector(".rijtje:not(.alleen-opmaak)")?.setAttribute("open", "");
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("scroll", () => { place = null; }, { passive: true });
  // Before a choice takes effect: what is at the top now.
  for (const before of ["pointerdown", "keydown"]) {
    form.addEventListener(before, () => { place = top(); }, { capture: true });
  }
  box.addEventListener("change", changed);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-stap]");
    if (button) step(Number(button.dataset.stap));
  });
  box.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  box.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary, label")) return elsewhere(event);
    const mark = event.target.closest(".weergaven [data-w]");
    if (!mark || !shows(mark) || String(getSelection())) return;
    choose(mark.dataset.w);
    write();
  });
  // In two columns the old place of what moved has no address of its own.
  function elsewhere(event) {
    const link = event.target.closest(".elders");
    const cell = link && link.closest(".cel");
    if (!cell) return;
    const tag = cell.classList.contains("cel-a") ? "ins" : "del";
    const number = link.getAttribute("href").replace(/\D/g, "");
    const mark = section().querySelector(`${tag}[data-moved="${number}"]`);
    if (!mark) return;
    event.preventDefault();
    go(number, { at: mark });
    write();
  }
  // Folded text prints as well, also where the style sheet cannot unfold it.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".vergelijking details:not([open])")) fold.open = fold.dataset.print = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll(".vergelijking details[data-print]")) {
      fold.open = false;
      delete fold.dataset.print;
    }
  });
  const whileHere = (told) => (event) => { if (box.isConnected) told(event); };
  addEventListener("hashchange", whileHere(follow));
  addEventListener("popstate", whileHere(read));
  addEventListener("pageshow", whileHere((event) => { if (!event.persisted) read(); }));
  read();
})();
