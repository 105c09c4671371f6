// The search page: what a reader types and chooses, in the address too. What finds it (zoekmachine.js) comes with the
// first letter typed, or at once where the address asks something; only what there is to choose is there before.

import { element } from "./elementen.js";

const FILTERS = [
  ["soort", "Soort"],
  ["jaar", "Jaar"],
  ["ministerie", "Ministerie"],
  ["thema", "Thema"],
];
const ORDER = "volgorde";
const PAUSE = 150;
const PATIENCE = 400; // who sees nothing for longer asks whether anything happens (milliseconds)

const form = document.querySelector(".zoekveld");
const input = form.querySelector("#vraag");
const sieves = form.querySelector(".zeven");
const order = form.querySelector("#volgorde");
const within = form.querySelector(".binnen");
const clear = form.querySelector(".wis");
const status = form.querySelector(".stand");
const list = form.querySelector(".treffers");
const more = form.querySelector(".verder");
const root = new URL("../", location.href);

let letter = "";
let engine;
let found;
let asked = 0;

// The engine and its tables, fetched when they are first asked for.
function machine() {
  return (engine ??= import("./zoekmachine.js").then(({ start }) => start(root)));
}

// ---- what is asked -------------------------------------------------------------------------------------

function chosen() {
  const selects = filters().filter((select) => select.value);
  return Object.fromEntries([...(letter ? [["brief", letter]] : []), ...selects.map(({ name, value }) => [name, value])]);
}

function filters() {
  return [...sieves.querySelectorAll("select")].filter((select) => select !== order);
}

// The address says what is asked. What is typed replaces it; what is asked on purpose is a step to come back to.
function remember(query, choices, step) {
  const address = new URL(location.href);
  const told = { ...(query && { q: query }), ...choices, ...(order.value && { [ORDER]: order.value }) };
  address.search = new URLSearchParams(told).toString();
  if (address.href === location.href) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

function recall() {
  const address = new URLSearchParams(location.search);
  input.value = address.get("q") ?? "";
  letter = address.get("brief") ?? "";
  for (const select of [...filters(), order]) {
    const value = address.get(select.name);
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
}

async function search({ step = false } = {}) {
  const turn = ++asked;
  const query = input.value.trim();
  const choices = chosen();
  remember(query, choices, step);
  clear.hidden = !filters().some((select) => select.value);
  if (!query && !Object.keys(choices).length) return nothingAsked();
  const answering = answerTo(query, choices);
  const slow = setTimeout(() => {
    if (turn === asked && !list.children.length) status.textContent = "Bezig met zoeken …";
  }, PATIENCE);
  const [answered, hits, name] = await answering.catch(() => []);
  clearTimeout(slow);
  if (turn !== asked) return;
  if (!answered) return notReached();
  found = answered;
  recount(answered.counts);
  inLetter(name);
  list.replaceChildren(...hits); // at once with what is told: nobody meets a page between two answers
  const { told, meant, less, other } = answered;
  const after = other ? `: ${other}.` : ".";
  status.replaceChildren(told, ...suggested(told, "Bedoelt u ", meant, other ? `? Daarvoor${after}` : "?"), ...suggested(told, "Wel voor ", less, after));
  more.hidden = !answered.left();
}

async function answerTo(query, choices) {
  const { answer, nameOf } = await machine();
  const answered = await answer(query, choices, order.value);
  return [answered, ...(await Promise.all([answered.next(), letter && nameOf(letter)]))];
}

function notReached() {
  nothingAsked();
  status.textContent = "Zoeken lukt nu niet. Laad de pagina opnieuw.";
}

function nothingAsked() {
  inLetter("");
  list.replaceChildren();
  status.textContent = "";
  more.hidden = true;
  recount();
}

// What else to ask: what a reader may have meant who typed a word that stands nowhere, or less than what nothing holds.
function suggested(told, before, query, after) {
  if (!query) return [];
  const address = new URL(location.href);
  address.searchParams.set("q", query);
  return [told.endsWith(".") ? " " : ". ", before, element("a", { className: "bedoelt", href: address.href, textContent: query }), after];
}

function inLetter(name) {
  within.hidden = !name;
  within.querySelector("a").textContent = name || "";
  within.querySelector("a").href = new URL(`brieven/${encodeURIComponent(letter)}/`, root).href;
}

async function showMore() {
  const before = found;
  const hits = await before.next();
  if (before !== found) return;
  list.append(...hits);
  more.hidden = !found.left();
  hits[0]?.querySelector("a").focus();
}

// ---- what there is to choose ---------------------------------------------------------------------------

// How many pages each choice would leave, of what is asked and through the other sieves.
function recount(counts) {
  for (const select of filters()) {
    for (const option of [...select.options].slice(1)) {
      const count = counts?.[select.name][option.value] ?? 0;
      option.textContent = counts ? `${option.value} (${count})` : option.value;
      option.disabled = Boolean(counts) && !count && !option.selected;
    }
  }
}

function sieve([name, label], choices) {
  const values = choices[name].toSorted((one, other) => (name === "jaar" ? 0 : one.localeCompare(other, "nl")));
  const every = element("option", { value: "", textContent: "alle" });
  const options = values.map((value) => element("option", { value, textContent: value }));
  if (options.length < 2) return [];
  const select = element("select", { name, id: `zeef-${name}` }, every, ...options);
  return [element("p", {}, element("label", { htmlFor: select.id, textContent: label }), select)];
}

// ---- by keyboard ---------------------------------------------------------------------------------------

// Arrows go through the field, what may be meant and the results; Escape goes back to the field and empties it.
function walk(event) {
  const here = event.target;
  if (!here.matches("#vraag, .bedoelt, .treffers a, .treffers summary")) return;
  const stops = [input, ...form.querySelectorAll(".bedoelt, .treffers :is(a, summary)")].filter((stop) => stop.checkVisibility());
  const next = stops[stops.indexOf(here) + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
  if (event.key === "Escape") {
    if (here === input) input.value = "";
    input.focus();
    search();
  } else if (next) {
    next.focus();
  } else return;
  event.preventDefault();
}

async function start() {
  const choices = await (await fetch(new URL("pagefind/keuzes.json", root))).json();
  sieves.prepend(...FILTERS.flatMap((filter) => sieve(filter, choices)));
  recall();
  form.hidden = false;
  let pause;
  const now = () => {
    clearTimeout(pause);
    return search({ step: true });
  };
  input.addEventListener("input", () => {
    machine().catch(() => undefined); // what asks it tells that it is not there
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  sieves.addEventListener("change", now);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
  clear.addEventListener("click", () => {
    for (const select of filters()) select.value = "";
    input.focus();
    now();
  });
  within.querySelector("button").addEventListener("click", () => {
    letter = "";
    input.focus();
    now();
  });
  status.addEventListener("click", (event) => {
    if (!event.target.matches(".bedoelt") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    input.value = event.target.textContent;
    input.focus();
    now();
  });
  form.addEventListener("keydown", walk);
  more.addEventListener("click", showMore);
  addEventListener("popstate", () => {
    recall();
    search();
  });
  await search();
  for (const link of form.querySelectorAll(".citaat-na")) link.hidden = false; // behind what is found, not before it
  if (!list.children.length) input.focus();
}

start();
