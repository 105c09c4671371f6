// Buttons behind every ready citation that put it on the clipboard, of a paragraph or comparison also with its address,
// of a paragraph also with its words, or with those that are selected in it. Without this script all can be selected.
(function begin(anew) {
  if (!navigator.clipboard) return;
  if (!anew) document.addEventListener("vergelijking", begin);
  const HASH = 8; // hexadecimal digits of a SHA-256 that tell: enough to see that a quotation is not as it was

  const offer = (text, label, copied) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kopieer";
    button.textContent = label;
    button.addEventListener("click", async () => {
      const said = text.parentElement.querySelector(".gekopieerd");
      try {
        await navigator.clipboard.writeText(typeof copied === "string" ? copied : await copied());
        said.textContent = "Gekopieerd";
      } catch {
        getSelection().selectAllChildren(text);
        said.textContent = "Kopieer de gekozen tekst";
      }
      setTimeout(() => { said.textContent = ""; }, 4000);
    });
    text.parentElement.append(" ", button);
  };

  // The words of a stretch of the page: no numbers of notes, and nothing that stands beside the letter's own text.
  const words = (range) => {
    const part = range.cloneContents();
    for (const mark of part.querySelectorAll('sup[id^="fnref"], .anker, .bij-knop, .bijwerk, ul, ol')) mark.remove();
    for (const cell of part.querySelectorAll("br, td, th, p")) cell.after(" ");
    return part.textContent.replace(/\s+/gu, " ").trim();
  };

  // What is selected of a block, or else all of it; whether it is selected.
  const chosen = (block) => {
    const whole = document.createRange();
    whole.selectNodeContents(block);
    const selection = getSelection();
    const own = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (!own || own.collapsed || !own.intersectsNode(block)) return [words(whole), false];
    const part = own.cloneRange();
    if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
    const text = words(part);
    return text ? [text, text !== words(whole)] : [words(whole), false];
  };

  const digest = async (text) => {
    if (!crypto.subtle) return "";
    const made = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return ` (sha256 ${[...made].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, HASH)})`;
  };

  // A browser that knows text fragments shows the selected words; any other one the paragraph.
  const fragment = (text) => `:~:text=${encodeURIComponent(text).replaceAll("-", "%2D")}`;

  const passage = async (citation, place) => {
    const [text, selected] = chosen(document.getElementById(decodeURIComponent(place.hash.slice(1))));
    const address = selected ? place.href + fragment(text) : place.href;
    return `«${text}»\n${citation}, ${place.textContent.toLowerCase()}, ${address}${await digest(text)}`;
  };

  for (const text of document.querySelectorAll(".kopie")) {
    const citation = text.textContent.trim();
    const place = text.closest(".bij")?.querySelector(".bij-kop a");
    offer(text, "Kopieer", citation);
    if ("metAdres" in text.dataset) {
      const page = document.getElementById("vergelijking")?.dataset.adres ?? location.href.replace(/[?#].*$/, "");
      offer(text, "Kopieer met adres", `${citation}, ${page}`);
    }
    if (place) {
      offer(text, "Kopieer met adres", `${citation}, ${place.textContent.toLowerCase()}, ${place.href}`);
      offer(text, "Kopieer passage", () => passage(citation, place));
    }
    const said = document.createElement("span");
    said.className = "gekopieerd";
    said.setAttribute("role", "status");
    text.parentElement.append(" ", said);
  }
})();
