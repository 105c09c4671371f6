// Buttons behind every ready citation that put it on the clipboard, of a paragraph or comparison also with its address.
// Without this script the citation can be selected.
(() => {
  if (!navigator.clipboard) return;
  const offer = (text, label, copied) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kopieer";
    button.textContent = label;
    button.addEventListener("click", async () => {
      const said = text.parentElement.querySelector(".gekopieerd");
      try {
        await navigator.clipboard.writeText(copied);
        said.textContent = "Gekopieerd";
      } catch {
        getSelection().selectAllChildren(text);
        said.textContent = "Kopieer de gekozen tekst";
      }
      setTimeout(() => { said.textContent = ""; }, 4000);
    });
    text.parentElement.append(" ", button);
  };
  for (const text of document.querySelectorAll(".kopie")) {
    const citation = text.textContent.trim();
    const place = text.closest(".bij")?.querySelector(".bij-kop a");
    offer(text, "Kopieer", citation);
    if ("metAdres" in text.dataset) {
      const page = location.href.replace(/[?#].*$/, "");
      offer(text, "Kopieer met adres", `${citation}, ${page}`);
    }
    if (place) offer(text, "Kopieer met adres", `${citation}, ${place.textContent.toLowerCase()}, ${place.href}`);
    const said = document.createElement("span");
    said.className = "gekopieerd";
    said.setAttribute("role", "status");
    text.parentElement.append(" ", said);
  }
})();
