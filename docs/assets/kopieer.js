// A button behind every ready citation that puts it on the clipboard. Without this script the citation can be selected.
(() => {
  if (!navigator.clipboard) return;
  for (const text of document.querySelectorAll(".kopie")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kopieer";
    button.textContent = "Kopieer";
    const said = document.createElement("span");
    said.className = "gekopieerd";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        said.textContent = "Gekopieerd";
      } catch {
        getSelection().selectAllChildren(text);
        said.textContent = "Kopieer de gekozen tekst";
      }
      setTimeout(() => { said.textContent = ""; }, 4000);
    });
    text.after(" ", button, " ", said);
  }
})();
