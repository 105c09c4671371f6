// A button beside each text that is ready to copy. Without this script the text can be selected: Tab, Ctrl-A, Ctrl-C.
// The page refreshes itself when the catalogue is saved: then whoever was at a text is at what came in its place.
(() => {
  const PASSED = "werkbank";
  const texts = [...document.querySelectorAll("textarea.klaar")];
  const names = texts.map((text) => text.getAttribute("aria-label"));
  const passed = JSON.parse(sessionStorage.getItem(PASSED) ?? "null");
  const again = performance.getEntriesByType("navigation")[0]?.type === "reload";
  texts.forEach((text, at) => text.parentElement.addEventListener("focusin", () => sessionStorage.setItem(PASSED, JSON.stringify(names.slice(0, at)))));
  if (navigator.clipboard) texts.forEach(withButton);
  if (again && passed) goOn(texts.find((text, at) => text.checkVisibility() && !passed.includes(names[at])));

  function goOn(text) {
    (text?.parentElement.querySelector(".kopieer") ?? text ?? document.querySelector("main")).focus({ preventScroll: true });
    (text?.closest(".plek") ?? document.querySelector("main")).scrollIntoView();
  }

  function withButton(text) {
    const button = document.createElement("button"), said = document.createElement("span");
    button.type = "button";
    button.className = "kopieer";
    button.textContent = "Kopieer";
    button.setAttribute("aria-label", text.getAttribute("aria-label").replace(/^[^:]*/, "Kopieer"));
    button.setAttribute("aria-describedby", text.getAttribute("aria-describedby"));
    said.className = "gekopieerd";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(`${text.value}\n`);
        said.textContent = "Gekopieerd";
      } catch {
        text.select();
        said.textContent = "Kopieer de gekozen tekst";
      }
    });
    text.after(button, " ", said);
  }
})();
