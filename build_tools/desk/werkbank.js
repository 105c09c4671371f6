// A button beside each text that is ready to copy. Without this script the text can be selected: Tab, Ctrl-A, Ctrl-C.
(() => {
  if (!navigator.clipboard) return;
  for (const text of document.querySelectorAll("textarea.klaar")) {
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
