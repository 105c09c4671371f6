// The page that checks a quotation: which letters may say it, by the index of build_tools/site/search/quote_index.py; what
// they say of it, from their open data (citaat.js). What is pasted goes nowhere: parts of the index are asked for, and letters.

import { Speech, answer, quotation } from "./citaat.js";
import { dutch, element } from "./elementen.js";

const MOST_PAIRS = 24; // of the quotation, each a part of the index
const MOST_LETTERS = 12; // whose data are fetched
const LONGEST = 10000; // characters: what is longer is a text to compare
const root = new URL("../", location.href);
const form = document.querySelector(".citaat");
const input = form.querySelector("#citaat");
const verdict = form.querySelector(".oordeel");
const list = document.querySelector(".vindplaatsen");

const fetched = new Map();
let asked = 0;

// ---- what is asked for -----------------------------------------------------------------------------------

function get(path, as) {
  if (!fetched.has(path)) {
    const coming = fetch(new URL(path, root)).then((response) => (response.ok ? response[as]() : Promise.reject(response.status)));
    coming.catch(() => fetched.delete(path));
    fetched.set(path, coming);
  }
  return fetched.get(path);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(text) {
  let value = -1;
  for (const byte of new TextEncoder().encode(text)) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ -1) >>> 0;
}

// The letters that share the most pairs of words, the rarest pairs first; and the one that the quotation names.
async function likeliest(quoted, speech, { parts, letters }) {
  const rows = quoted.parts.map((part) => speech.words(part).map(({ key }) => key));
  const pairs = [...new Set(rows.flatMap((row) => row.slice(1).map((key, n) => crc32(`${row[n]} ${key}`))))];
  const step = Math.max(1, pairs.length / MOST_PAIRS);
  const chosen = pairs.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
  const scores = new Map();
  const files = await Promise.all(chosen.map((pair) => get(`citaten/${pair & (parts - 1)}.bin`, "arrayBuffer")));
  files.forEach((file, n) => {
    const own = [];
    const numbers = new DataView(file);
    for (let at = 0; at < file.byteLength; at += 8)
      if (numbers.getUint32(at, true) === chosen[n]) own.push(letters[numbers.getUint32(at + 4, true)]);
    for (const letter of own) scores.set(letter, (scores.get(letter) ?? 0) + 1 / own.length);
  });
  const ordered = [...scores].sort((one, other) => other[1] - one[1]).map(([letter]) => letter);
  const named = letters.includes(quoted.letter) ? [quoted.letter] : [];
  return [...new Set([...named, ...ordered.slice(0, MOST_LETTERS)])];
}

async function check(pasted) {
  const turn = ++asked;
  const show = (told, places = []) => {
    if (turn !== asked) return;
    verdict.replaceChildren(...told);
    list.replaceChildren(...places);
  };
  if (pasted.length > LONGEST) return show(["Dit is te lang voor een citaat. Neem een deel, of vergelijk de hele tekst."]);
  show(["Bezig met zoeken …"]);
  try {
    const index = await get("citaten/brieven.json", "json");
    const speech = new Speech(index.speech);
    const quoted = quotation(pasted, speech);
    if (quoted.parts.flatMap((part) => speech.words(part)).length < 2) return show(["Plak ten minste twee woorden."]);
    const chosen = await likeliest(quoted, speech, index);
    const data = await Promise.all(chosen.map((id) => get(`data/brieven/${encodeURIComponent(id)}.json`, "json")));
    const found = answer(data, quoted, speech);
    return show(told(found, quoted, index), found.places.map(shown));
  } catch {
    return show(["De brieven zijn nu niet te bereiken. Probeer het later nog eens."]);
  }
}

// ---- what is told ----------------------------------------------------------------------------------------

function told({ status, places }, quoted, { letters }) {
  const said = [element("strong", {}, `${status[0].toUpperCase()}${status.slice(1)}`)];
  const elsewhere = quoted.letter && !places.some(({ asTold }) => asTold);
  if (!places.length) {
    said.push(`Op deze site ${letters.length === 1 ? "staat één brief" : `staan ${letters.length} brieven`}.`);
    if (letters.includes(quoted.letter)) said.push(" Ook in de brief die erbij genoemd wordt, staat het niet.");
    return said;
  }
  if (elsewhere) said.push("Niet op de plaats die erbij genoemd wordt, wel hier:");
  return said;
}

function shown(place) {
  const { letter, anchors, pieces, doubts, changes, apart } = place;
  const address = new URL(`brieven/${encodeURIComponent(letter.id)}/#${anchors[0]}`, root).href;
  const day = letter.facts.date?.value;
  const about = [day && dutch(day), where(letter, anchors, apart), place.asTold && "de plaats die erbij genoemd wordt"];
  const quoted = pieces.map((part, n) => element("p", {}, n ? "(…) " : "", ...part.flatMap(marked)));
  const item = element("section", { className: "vindplaats" });
  item.append(
    element("h2", {}, element("a", { href: address }, `${letter.title}, ${letter.what}`)),
    element("p", { className: "waar" }, about.filter(Boolean).join(" · ")),
    element("blockquote", { className: "vergelijking" }, ...quoted),
  );
  if (apart) item.append(element("p", { className: "let-op" }, "Deze zinnen staan in de brief, maar niet zo achter elkaar."));
  if (changes.length) item.append(element("p", { className: "let-op" }, "Doorgehaald staat in de brief en niet in het citaat; onderstreept alleen in het citaat."));
  for (const doubt of doubts) item.append(element("p", { className: "let-op" }, `Mogelijk verkeerd gelezen: ${doubt.says}`));
  return item;
}

function where({ notes }, anchors, apart) {
  const names = anchors.map((anchor) => {
    const note = notes.find(({ n }) => anchor === `fn:${n}`);
    return note ? note.name : `alinea ${anchor.replace(/^\D+/, "")}`;
  });
  if (apart) return names.length > 1 ? `${names.slice(0, -1).join(", ")} en ${names.at(-1)}` : names[0];
  return names.length > 1 ? `${names[0]} tot en met ${names.at(-1)}` : names[0];
}

function marked({ before, after, kind }) {
  if (!kind) return [before];
  return [before && element("del", {}, before), after && element("ins", {}, after)].filter(Boolean);
}

// ---- by hand, or by an address ----------------------------------------------------------------------------

// #citaat=… : a copied passage leads here.
function recall() {
  const own = new URLSearchParams(location.hash.slice(1)).get("citaat");
  if (!own) return;
  input.value = own;
  check(own);
}

form.hidden = false;
document.querySelector(".zonder-script").hidden = true;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(input.value);
});
addEventListener("hashchange", recall);
recall();
