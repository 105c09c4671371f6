// Comparison pages: steps from change to change, and remembers nothing. Everything is there without this script.
(function () {
  "use strict";
  var box = document.getElementById("vergelijking");
  var form = box && box.querySelector(".bediening");
  if (!form) return;
  var stand = form.querySelector(".stand");
  var views = Array.prototype.slice.call(form.elements.weergave);
  var current = 0;

  function view() {
    var chosen = views.filter(function (choice) { return choice.checked; })[0];
    return box.querySelector('[data-view="' + chosen.value + '"]');
  }

  // The marks of each change in the view that is shown, in reading order, without the kinds that are switched off.
  function changes() {
    var found = new Map();
    view().querySelectorAll("[data-w]").forEach(function (mark) {
      var box = form.elements[mark.dataset.kind];
      if (box && !box.checked) return;
      if (!found.has(mark.dataset.w)) found.set(mark.dataset.w, []);
      found.get(mark.dataset.w).push(mark);
    });
    return found;
  }

  function tell() {
    var numbers = Array.from(changes().keys());
    var place = numbers.indexOf(String(current)) + 1;
    stand.textContent = place ? place + " van " + numbers.length
      : numbers.length === 1 ? "1 wijziging" : numbers.length + " wijzigingen";
    form.querySelectorAll("[data-stap]").forEach(function (button) { button.disabled = !numbers.length; });
  }

  function unfold(mark) {
    for (var fold = mark.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  // To a change; nowhere, if it is not shown.
  function go(number, quietly) {
    box.querySelectorAll(".hier").forEach(function (mark) { mark.classList.remove("hier"); });
    var marks = changes().get(String(number));
    current = marks ? number : 0;
    tell();
    if (!marks) return;
    marks.forEach(function (mark) { mark.classList.add("hier"); unfold(mark); });
    var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    marks[0].scrollIntoView({ block: "center", behavior: calm || quietly ? "auto" : "smooth" });
    history.replaceState(null, "", "#w-" + number);
  }

  function step(by) {
    var numbers = Array.from(changes().keys());
    if (!numbers.length) return;
    var place = numbers.indexOf(String(current));
    place = place < 0 ? (by > 0 ? 0 : numbers.length - 1) : (place + by + numbers.length) % numbers.length;
    go(Number(numbers[place]));
  }

  // An address of a change leads to it in the view that is shown; its kind is switched on if need be.
  function follow() {
    var number = /^#w-(\d+)$/.exec(location.hash);
    if (!number) return;
    var mark = box.querySelector('[data-w="' + number[1] + '"]');
    var kind = mark && form.elements[mark.dataset.kind];
    if (kind) kind.checked = true;
    go(Number(number[1]), true);
  }

  if (!views.some(function (choice) { return choice.checked; })) {
    var wide = window.matchMedia("(min-width: 60.01em)").matches;
    form.querySelector('[value="' + (wide ? "naast-elkaar" : "lopend") + '"]').checked = true;
  }
  form.querySelector(".stappen").hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function () {
    if (current) go(current, true);
    else tell();
  });
  form.addEventListener("click", function (event) {
    var button = event.target.closest("[data-stap]");
    if (button) step(Number(button.dataset.stap));
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !form.elements.toetsen.checked) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  // In two columns the old place of what moved has no address of its own.
  box.addEventListener("click", function (event) {
    var link = event.target.closest(".elders");
    var row = link && link.closest('[data-view="naast-elkaar"] .cel');
    if (!row) return;
    var other = row.classList.contains("cel-a") ? "ins" : "del";
    var number = link.getAttribute("href").replace(/\D/g, "");
    var mark = view().querySelector(other + '[data-moved="' + number + '"]');
    if (!mark) return;
    event.preventDefault();
    unfold(mark);
    mark.scrollIntoView({ block: "center" });
  });
  // Folded text prints as well, also where the style sheet cannot unfold it.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".vergelijking details:not([open])").forEach(function (fold) { fold.open = fold.dataset.print = true; });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll(".vergelijking details[data-print]").forEach(function (fold) {
      fold.open = false;
      delete fold.dataset.print;
    });
  });
  window.addEventListener("hashchange", follow);
  tell();
  follow();
})();
