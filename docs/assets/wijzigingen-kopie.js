// At each change of a comparison a button that copies it: both wordings, its place in both documents, its address.
(function begin(anew) {
  "use strict";
  if (!anew) document.addEventListener("vergelijking", begin);
  const box = document.getElementById("vergelijking");
  if (!box || !navigator.clipboard) return;
  const table = box.querySelector('[data-view="was-wordt"]');
  const columns = box.querySelector('[data-view="naast-elkaar"]');
  // A comparison of letters that a reader chose has another address than its page; one of a text of the reader has none.
  const address = box.dataset.adres ?? location.href.replace(/[?#].*$/, "");
  const clean = (text) => text.replace(/\s+/g, " ").trim();

  // A small change with the words around it, as the table has it; of any other all its words.
  function wording(number, cell, tag) {
    const marks = [...columns.querySelectorAll(`${tag}[data-w="${number}"]`)];
    if (!marks.length || cell.querySelector(".oud, .nieuw")?.nextSibling || cell.firstChild?.nodeType === Node.TEXT_NODE) {
      return clean(cell.textContent);
    }
    return marks.map((mark) => {
      const copy = mark.cloneNode(true);
      for (const apart of copy.querySelectorAll(".bijwerk")) apart.remove();
      for (const block of copy.querySelectorAll("p, h3, td, th")) block.append(" ");
      return clean(copy.textContent);
    }).join(" … ");
  }

  const kind = (row) => clean([...row.querySelector(".soort").childNodes]
    .filter((part) => part.nodeName !== "BUTTON").map((part) => part.textContent).join(""));

  function told(number) {
    const row = table.querySelector(`tr[data-w="${number}"]`);
    const places = [...row.querySelectorAll(".plek a")].map((place) => clean(place.textContent));
    return [
      `${document.querySelector("h1").textContent.trim()}, wijziging ${number} (${kind(row)})`,
      `Was: ${wording(number, row.querySelector(".was"), "del")}`,
      `Wordt: ${wording(number, row.querySelector(".wordt"), "ins")}`,
      `Plaats: ${places.join("; ")}`,
      address && `${address}#w-${number}`,
    ].filter(Boolean).join("\n");
  }

  for (const place of box.querySelectorAll(".wijzigingen li[data-w], tr[data-w] .soort")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "neem";
    button.textContent = "Kopieer";
    button.setAttribute("aria-label", `Kopieer wijziging ${place.closest("[data-w]").dataset.w}`);
    place.append(" ", button);
  }
  box.addEventListener("click", async (event) => {
    const button = event.target.closest(".neem");
    if (!button) return;
    const text = told(button.closest("[data-w]").dataset.w);
    let done = "Gekopieerd";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = "Niet gelukt";
    }
    button.textContent = done;
    box.querySelector(".melding").textContent = done;
    setTimeout(() => { button.textContent = "Kopieer"; }, 4000);
  });
})();
