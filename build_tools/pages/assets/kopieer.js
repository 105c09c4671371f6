// Buttons behind every ready citation that put it on the clipboard, of a paragraph or comparison also with its address,
// of a paragraph also with its words, or with those that are selected in it and on from it. Without this script all can be selected.
(function begin(anew) {
  if (!navigator.clipboard) return;
  if (!anew) document.addEventListener("vergelijking", begin);
  const HASH = 8; // hexadecimal digits of a SHA-256 that tell: enough to see that a quotation is not as it was
  const CHECKED = 12; // words at each end of a quotation that its address for checking has
  const ENDS = 6; // words at each end of a stretch over several paragraphs, by which a browser finds it

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
    for (const mark of part.querySelectorAll('sup[id^="fnref"], .anker, .bijwerk, ul, ol')) mark.remove();
    for (const cell of part.querySelectorAll("br, td, th, p")) cell.after(" ");
    return part.textContent.replace(/\s+/gu, " ").trim();
  };

  // The part of a range that lies in a block.
  const within = (range, block) => {
    const whole = document.createRange();
    whole.selectNodeContents(block);
    if (!range) return whole;
    const part = range.cloneRange();
    if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
    return part;
  };

  // What is selected of a block and of those that the selection goes on in, each with its words; or else all of the block.
  const chosen = (block) => {
    const selection = getSelection();
    const own = selection.rangeCount ? selection.getRangeAt(0) : null;
    const said = (one, range) => ({ block: one, text: words(within(range, one)) });
    const whole = said(block, null);
    if (!own || own.collapsed || !own.intersectsNode(block)) return [whole];
    const all = [...document.querySelectorAll('[id^="al-"]')].filter((one) => own.intersectsNode(one));
    const parts = all.map((one) => said(one, own)).filter((part) => part.text);
    return parts.length ? parts : [whole];
  };

  // Who opens what stands beside a block, and copies from there, keeps what is selected.
  document.addEventListener("mousedown", (event) => event.target.closest(".bij > summary, .kopieer") && event.preventDefault());

  const digest = async (text) => {
    if (!crypto.subtle) return "";
    const made = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return ` (sha256 ${[...made].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, HASH)})`;
  };

  // A browser that knows text fragments shows the selected words; any other one the paragraph.
  const fragment = (parts) => {
    const first = parts[0].text, last = parts.at(-1).text;
    const ends = parts.length === 1 ? [first] : [first.split(" ").slice(0, ENDS).join(" "), last.split(" ").slice(-ENDS).join(" ")];
    return `:~:text=${ends.map((end) => encodeURIComponent(end).replaceAll("-", "%2D")).join(",")}`;
  };

  // The address at which whoever gets the quotation can check it; of a long one its begin and end are enough.
  const checkable = (text) => {
    const row = text.split(/\s+/u);
    const told = row.length > 2 * CHECKED ? `${row.slice(0, CHECKED).join(" ")} (…) ${row.slice(-CHECKED).join(" ")}` : row.join(" ");
    return new URL(`../../controleer/#citaat=${encodeURIComponent(told)}`, location.href).href;
  };

  const number = (part) => part.block.id.replace("al-", "");

  const passage = async (citation, block) => {
    const parts = chosen(block), text = parts.map((part) => part.text).join("\n");
    const page = location.href.replace(/[?#].*$/, ""), address = `${page}#${parts[0].block.id}`;
    const place = parts.length === 1 ? `alinea ${number(parts[0])}` : `alinea ${number(parts[0])} tot en met ${number(parts.at(-1))}`;
    const found = text === words(within(null, block)) ? address : address + fragment(parts);
    return `«${text}»\n${citation}, ${place}, ${found}${await digest(text)}\n${checkable(text)}`;
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
      offer(text, "Kopieer passage", () => passage(citation, document.getElementById(place.hash.slice(1))));
    }
    const said = document.createElement("span");
    said.className = "gekopieerd";
    said.setAttribute("role", "status");
    text.parentElement.append(" ", said);
  }
})();
