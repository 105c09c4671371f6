// One stop for the Tab key where a letter has a control at each paragraph, one for the ways back from its notes, and one for
// its sources and the places where it cites them: the arrow keys lead from one to the next. The stop is where an address or a click
// has led. Without this script each is one.
(() => {
  const groups = [".bij > summary", ".footnote-backref", ".verbanden .stukken a"].map((kind) => [...document.querySelectorAll(`article ${kind}`)]);

  const stop = (group, chosen) => {
    for (const control of group) control.tabIndex = control === chosen ? 0 : -1;
  };
  const behind = (place) => (control) =>
    place.contains(control) || place.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING;
  const follow = (place) => {
    for (const group of groups) stop(group, group.find(behind(place)) ?? group.at(-1));
  };
  const led = () => follow(document.getElementById(location.hash.slice(1)) ?? document.querySelector("article"));

  document.addEventListener("keydown", (event) => {
    const opened = event.key === "Escape" && event.target.closest(".bij[open]");
    if (opened) {
      opened.open = false;
      opened.firstElementChild.focus();
    }
    const group = groups.find((one) => one.includes(event.target));
    const last = group?.length - 1, at = group?.indexOf(event.target);
    const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (!(next >= 0)) return;
    stop(group, group[next]);
    group[next].focus();
    event.preventDefault();
  });
  document.addEventListener("click", ({ target }) => {
    const place = target.closest(".bij, [id^='al-'], .footnote li");
    if (place) follow(place);
  });
  addEventListener("hashchange", led);
  for (const control of groups.flat()) control.setAttribute("aria-keyshortcuts", "ArrowDown ArrowUp");
  led();
})();
