// /vergelijken/zelf/: two letters of the site, or texts of the reader, compared in a worker by the site's own program.
// Nothing is loaded before the reader presses the button; the letters stand in the address, a text never does.

import { dutch } from "./elementen.js";

const LARGEST = 20e6; // bytes, as the program has it
const LONGEST = 1e6; // signs of a pasted text, as the program has it
const TYPES = { csv: "text/csv", diff: "text/plain", docx: "application/octet-stream", html: "text/html", json: "application/json" };

const root = new URL("../", import.meta.url);
const form = document.querySelector("form.zelf");
const outcome = document.querySelector(".zelf-uitkomst");
const status = form.querySelector(".stand");
const bar = form.querySelector(".voortgang");
const stop = form.querySelector(".stop");
const press = form.querySelector("[type=submit]");
const sides = Object.fromEntries([...form.querySelectorAll("fieldset")].map((side) => [side.dataset.kant, side]));

let worker;
let waiting = new Map();
let asked = 0;
let turn = 0;
let letters;
const fetched = new Map(); // letters by id: without the net they can be compared again

class Said extends Error {} // what is told to the reader as it is

// ---- what is chosen ------------------------------------------------------------------------------------

const own = (side) => side.querySelector("[type=radio][value=eigen]").checked;
const letterOf = (side) => side.querySelector(".van-site input").value.trim();

function show(side) {
  side.querySelector(".van-site").hidden = own(side);
  side.querySelector(".eigen").hidden = !own(side);
}

// The list of letters comes when a reader goes to choose one.
function list() {
  letters ??= fetch(new URL("data/index.json", root)).then((answer) => answer.json()).then((index) => {
    form.querySelector("datalist").replaceChildren(...index.letters.map((letter) => {
      const option = document.createElement("option");
      option.value = letter.id;
      option.label = told(letter);
      return option;
    }));
    return new Map(index.letters.map((letter) => [letter.id, letter]));
  }).catch(() => { letters = undefined; return new Map(); });
  return letters;
}

const told = ({ title, date, kamerstuk }) => [title, date && dutch(date), kamerstuk].filter(Boolean).join(" · ");

async function name(side) {
  const letter = (await list()).get(letterOf(side));
  side.querySelector(".welke").textContent = letter ? told(letter) : "";
}

async function brought(key) {
  const side = sides[key];
  if (own(side)) return ownText(side, key);
  await recognise(side, key);
  return published(letterOf(side), key);
}

// What is typed can be a title or a number too: `32 824, nr. 448` and `32824-448` are of one letter. Who types has the list.
async function recognise(side, key) {
  const typed = letterOf(side);
  const known = await (letters ?? new Map());
  if (!typed || !known.size || known.has(typed)) return;
  const plain = (text) => text.toLowerCase().replace(/\bnr\b|[^\p{L}\p{N}]/gu, "");
  const named = [...known.values()].filter((letter) => plain(`${letter.id} ${told(letter)}`).includes(plain(typed)));
  const exact = named.filter((letter) => plain(letter.kamerstuk ?? "") === plain(typed));
  const found = exact.length ? exact : named;
  if (found.length > 1) throw new Said(`Bij ${key.toUpperCase()} passen ${found.length} brieven; kies er één uit de lijst.`);
  if (!found.length) return;
  side.querySelector(".van-site input").value = found[0].id;
  name(side);
}

async function published(id, key) {
  if (!id) throw new Said(`Kies bij ${key.toUpperCase()} een brief.`);
  if (fetched.has(id)) return fetched.get(id);
  const answer = await fetch(new URL(`zelf/brieven/${encodeURIComponent(id)}.brief`, root)).catch(() => null);
  if (!answer) throw new Said("De brief kon niet worden opgehaald: er is geen verbinding.");
  if (!answer.ok) throw new Said(`Er is op deze site geen brief met het kenmerk ${id}.`);
  fetched.set(id, { name: id, content: new Uint8Array(await answer.arrayBuffer()), published: true });
  return fetched.get(id);
}

async function ownText(side, key) {
  const file = side.querySelector("[type=file]").files[0];
  const text = side.querySelector("textarea").value;
  if (!file && !text.trim()) throw new Said(`Plak bij ${key.toUpperCase()} een tekst, of kies een bestand.`);
  if (!file) return { name: `tekst ${key.toUpperCase()}.txt`, content: new TextEncoder().encode(text), published: false };
  if (file.size > LARGEST) throw new Said(`«${file.name}» is groter dan 20 MB; zo lang is geen brief.`);
  const content = await file.arrayBuffer().catch(() => null);
  if (!content) throw new Said(`«${file.name}» kan niet worden geopend.`);
  return { name: file.name, content: new Uint8Array(content), published: false };
}

// ---- the worker ----------------------------------------------------------------------------------------

function begin() {
  const size = Number(form.dataset.grootte);
  worker = new Worker(new URL("zelf-werker.js", import.meta.url), { type: "module" });
  say("Het programma wordt opgehaald.");
  bar.value = 0;
  bar.hidden = false;
  worker.addEventListener("message", ({ data }) => {
    if (data.loaded) bar.value = Math.min(100, (100 * data.loaded) / size);
    if (data.ready) {
      bar.removeAttribute("value");
      say("De teksten worden vergeleken.");
    }
    if (data.answer) answered(data);
  });
  worker.addEventListener("error", () => {
    for (const { fail } of waiting.values()) fail(new Said("Het programma kon niet worden opgehaald. Probeer het later opnieuw."));
    end();
  });
}

function end() {
  worker?.terminate();
  worker = undefined;
  waiting = new Map();
}

function ask(what) {
  return new Promise((done, fail) => {
    waiting.set(++asked, { done, fail });
    worker.postMessage({ n: asked, ...what });
  });
}

function answered({ answer, ...data }) {
  const { done, fail } = waiting.get(answer);
  waiting.delete(answer);
  if (data.refused) fail(new Said(data.refused));
  else if (data.failed) fail(new Said("Dit lukt hier niet. Probeer het met de opdracht die hieronder staat."));
  else done(data);
}

// ---- what is shown -------------------------------------------------------------------------------------

function say(text) {
  status.textContent = text;
}

function busy(is) {
  press.disabled = is;
  stop.hidden = !is;
  if (!is) bar.hidden = true;
}

// The letters in the address; what else stands there is of another comparison, unless it is of these letters.
function remember() {
  const address = new URL(location.href);
  const before = address.searchParams.toString();
  for (const [key, side] of Object.entries(sides)) {
    if (own(side)) address.searchParams.delete(key);
    else address.searchParams.set(key, letterOf(side));
  }
  if (address.searchParams.toString() !== before) {
    for (const key of ["soort", "weergave"]) address.searchParams.delete(key);
    address.hash = "";
  }
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function recall() {
  const asked = new URLSearchParams(location.search);
  for (const [key, side] of Object.entries(sides)) {
    const id = asked.get(key);
    if (id) side.querySelector(".van-site input").value = id;
    show(side);
  }
}

function clear() {
  outcome.hidden = true;
  outcome.replaceChildren();
}

function place({ html }) {
  outcome.innerHTML = html; // of the program's own templates; the page's policy runs nothing that stands in it
  outcome.hidden = false;
  const shared = new URL(location.pathname, location.href);
  for (const key of Object.keys(sides)) shared.searchParams.set(key, letterOf(sides[key]));
  const published = !Object.values(sides).some(own);
  outcome.querySelector("#vergelijking").dataset.adres = published ? shared.href : "";
  document.dispatchEvent(new Event("vergelijking"));
  if (!location.hash) outcome.querySelector("#uitkomst").focus();
}

async function compare() {
  const own = ++turn;
  clear();
  busy(true);
  try {
    const [a, b] = [await brought("a"), await brought("b")];
    if (own !== turn) return;
    remember();
    if (!worker) begin();
    else say("De teksten worden vergeleken.");
    const made = await ask({ a, b });
    if (own !== turn) return;
    say("De vergelijking staat hieronder.");
    place(made);
  } catch (error) {
    if (own !== turn) return;
    if (!(error instanceof Said)) throw error;
    say(error.message);
  } finally {
    if (own === turn) busy(false);
  }
}

async function take(button) {
  button.disabled = true;
  try {
    const { content, name } = await ask({ form: button.dataset.vorm });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: TYPES[button.dataset.vorm] }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    if (!(error instanceof Said)) throw error;
    say(error.message);
  } finally {
    button.disabled = false;
  }
}

// ---- what readers do -----------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});
stop.addEventListener("click", () => {
  turn++;
  end();
  busy(false);
  say("Gestopt.");
  press.focus();
});
outcome.addEventListener("click", (event) => {
  const button = event.target.closest("[data-vorm]");
  if (button) take(button);
});
for (const [key, side] of Object.entries(sides)) {
  side.addEventListener("focusin", (event) => { if (event.target.closest(".van-site")) list(); });
  side.addEventListener("change", (event) => {
    if (event.target.type === "radio") show(side);
    if (event.target.closest(".van-site")) name(side);
  });
  side.addEventListener("dragover", (event) => event.preventDefault());
  side.addEventListener("drop", (event) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    const chosen = new DataTransfer();
    chosen.items.add(file);
    side.querySelector("[type=file]").files = chosen.files;
    side.querySelector("[value=eigen]").checked = true;
    show(side);
    say(`${key.toUpperCase()}: «${file.name}» is gekozen.`);
  });
  // What came last is compared: a text that is typed or pasted goes before a file that was chosen.
  side.querySelector("textarea").addEventListener("input", () => { side.querySelector("[type=file]").value = ""; });
  side.querySelector("textarea").addEventListener("paste", (event) => {
    if (event.clipboardData.getData("text/plain").length <= LONGEST) return;
    event.preventDefault();
    say("Wat u plakt, is langer dan deze pagina aankan.");
  });
}
recall();
form.hidden = false;
