// The search page: asks Pagefind which pages hold what a reader types, and shows them paragraph by paragraph.
// The index is made by build_tools/site/search/index.py; zeven.json says what each page is.

import { Answers } from "./zoekantwoorden.js";
import { marked, passages } from "./zoekplaatsen.js";
import { Compounds, Forms, plainQuotes } from "./zoekwoorden.js";

const PER_PAGE = 8;
const PASSAGES = 3;
const AROUND = 18;
const RANKING = { pageLength: 0.2 }; // long letters are not to stand behind short pages
const FILTERS = [
  ["soort", "Soort"],
  ["jaar", "Jaar"],
  ["ministerie", "Ministerie"],
  ["thema", "Thema"],
];

const form = document.querySelector(".zoekveld");
const input = form.querySelector("#vraag");
const sieves = form.querySelector(".zeven");
const clear = form.querySelector(".wis");
const status = form.querySelector(".stand");
const list = form.querySelector(".treffers");
const more = form.querySelector(".verder");
const root = new URL("../", location.href);

let answers;
let forms;
let kinds;
let waiting = [];
let asked = 0;
let question;

// ---- what is asked -------------------------------------------------------------------------------------

function chosen() {
  const selects = [...sieves.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(selects.map((select) => [select.name, select.value]));
}

// The address says what is asked. What is typed replaces it; what is asked on purpose is a step to come back to.
function remember(query, filters, step) {
  const address = new URL(location.href);
  address.search = new URLSearchParams({ ...(query && { q: query }), ...filters }).toString();
  if (address.href === location.href) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

function recall() {
  const address = new URLSearchParams(location.search);
  input.value = address.get("q") ?? "";
  for (const select of sieves.querySelectorAll("select")) {
    const value = address.get(select.name);
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
}

async function search({ step = false } = {}) {
  const turn = ++asked;
  const query = input.value.trim();
  const filters = chosen();
  remember(query, filters, step);
  clear.hidden = !Object.keys(filters).length;
  const empty = !query && clear.hidden;
  const found = empty ? { results: [], ids: Object.keys(kinds) } : await answers.to(query);
  if (turn !== asked) return;
  question = found.question;
  recount(found.ids, filters);
  waiting = ordered(found.results.filter(({ id }) => passes(id, filters)), query);
  const told = empty ? "" : says(query, filters, found);
  const hits = await nextHits();
  if (turn !== asked) return;
  list.replaceChildren(...hits); // at once with what is told: nobody meets a page between two answers
  status.textContent = told;
  more.hidden = !waiting.length;
}

// The likeliest first, or the newest where nothing is asked; pages that explain the site last.
function ordered(results, query) {
  const explains = ({ id }) => Number(kinds[id]?.soort?.includes("Uitleg en registers") ?? false);
  const year = ({ id }) => Number(kinds[id]?.jaar?.[0] ?? 0);
  return results.toSorted((one, other) => explains(one) - explains(other) || (query ? 0 : year(other) - year(one)));
}

function passes(id, filters) {
  return Object.entries(filters).every(([name, value]) => kinds[id]?.[name]?.includes(value));
}

function says(query, filters, { question, results }) {
  const what = query ? ` voor “${plainQuotes(query).replace(/^"\s*([^"]*?)\s*"$/, "$1")}”` : "";
  const less = Object.keys(filters).length > 0;
  if (!waiting.length && less && results.length) return `Niets gevonden${what} met deze filters; zonder filters wel.`;
  if (!waiting.length) return `Niets gevonden${what}. Probeer een ander woord of een deel van het woord.`;
  const letters = waiting.filter(({ id }) => kinds[id]?.soort?.includes("Brief")).length;
  const others = waiting.length - letters;
  const said = [
    letters && counted(letters, "brief", "brieven"),
    others && counted(others, letters ? "andere pagina" : "pagina", letters ? "andere pagina’s" : "pagina’s"),
  ];
  return said.filter(Boolean).join(" en ") + what + reading(question);
}

// How a word was taken that stands nowhere as it was typed.
function reading({ terms }) {
  const quoted = (found) => found.map(({ word }) => `“${word}”`).join(" en ");
  const begun = terms.filter(({ start }) => start);
  const apart = terms.filter(({ apart }) => apart);
  return [begun.length && `, in woorden die beginnen met ${quoted(begun)}`, apart.length && `, gelezen als ${quoted(apart)}`]
    .filter(Boolean)
    .join("");
}

function counted(count, one, several) {
  return `${count} ${count === 1 ? one : several}`;
}

// ---- what is shown -------------------------------------------------------------------------------------

// A part of what is found, as it is shown; nothing once something else is found.
async function nextHits() {
  const found = waiting;
  const pages = await Promise.all(found.splice(0, PER_PAGE).map((result) => result.data()));
  return found === waiting ? pages.map(hit) : [];
}

async function showMore() {
  list.append(...(await nextHits()));
  more.hidden = !waiting.length;
}

function hit(page) {
  const address = new URL(page.raw_url ?? page.url, root).href;
  const { title, datum, over } = page.meta;
  const item = element("li", { className: "treffer" });
  item.append(element("h2", {}, element("a", { href: address }, ...inMarks(title.split(/\s+/)))));
  const day = datum && element("time", { dateTime: datum, textContent: dutch(datum) });
  const about = [day, day && over && " · ", ...(over ? inMarks(over.split(/\s+/)) : [])].filter(Boolean);
  if (about.length) item.append(element("p", { className: "dag" }, ...about));
  const found = passages(page, question, forms);
  item.append(...found.slice(0, PASSAGES).map((passage) => excerpt(passage, address)));
  const rest = found.slice(PASSAGES);
  if (rest.length) {
    const summary = element("summary", { textContent: `Nog ${counted(rest.length, "plaats", "plaatsen")}` });
    item.append(element("details", {}, summary, ...rest.map((passage) => excerpt(passage, address))));
  }
  return item;
}

function dutch(day) {
  return new Date(`${day}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}

function excerpt({ id, text, places }, address) {
  const best = Math.max(0, ...places.values());
  const first = [...places].filter(([, grade]) => grade === best).map(([at]) => at);
  const start = Math.max(0, Math.min(...first, text.length * !!first.length) - AROUND);
  const end = Math.min(text.length, start + 2.5 * AROUND);
  const link = element("a", { href: `${address}#${id}` });
  if (id.startsWith("fn:")) link.append("Noot: ");
  if (start > 0) link.append("… ");
  link.append(...withMarks(text.slice(start, end), (at) => places.has(start + at)));
  if (end < text.length) link.append(" …");
  return element("p", { className: "plaats" }, link);
}

function inMarks(text) {
  const { places } = marked(text, null, question, forms);
  return withMarks(text, (at) => places.has(at));
}

function withMarks(words, asks) {
  return words.flatMap((word, at) => [at ? " " : "", asks(at) ? element("mark", { textContent: word }) : word]);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---- the sieves ----------------------------------------------------------------------------------------

function counts(name, ids) {
  const found = {};
  for (const value of ids.flatMap((id) => kinds[id]?.[name] ?? [])) found[value] = (found[value] ?? 0) + 1;
  return found;
}

// How many pages each choice would leave, of what is asked and through the other sieves.
function recount(ids, filters) {
  for (const select of sieves.querySelectorAll("select")) {
    const { [select.name]: own, ...others } = filters;
    const left = counts(select.name, ids.filter((id) => passes(id, others)));
    for (const option of [...select.options].slice(1)) {
      const count = left[option.value] ?? 0;
      option.textContent = `${option.value} (${count})`;
      option.disabled = !count && option.value !== own;
    }
  }
}

function sieve([name, label]) {
  const every = element("option", { value: "", textContent: "alle" });
  const values = Object.keys(counts(name, Object.keys(kinds)));
  const options = values
    .sort((one, other) => (name === "jaar" ? other.localeCompare(one) : one.localeCompare(other, "nl")))
    .map((value) => element("option", { value }));
  if (options.length < 2) return [];
  const select = element("select", { name, id: `zeef-${name}` }, every, ...options);
  select.addEventListener("change", () => search({ step: true }));
  return [element("p", {}, element("label", { htmlFor: select.id, textContent: label }), select)];
}

// ---- by keyboard ---------------------------------------------------------------------------------------

// Arrows go through the field and the results, Escape goes back to the field and empties it.
function walk(event) {
  const here = event.target;
  if (!here.matches("#vraag, .treffers a, .treffers summary")) return;
  const stops = [input, ...list.querySelectorAll("a, summary")].filter((stop) => stop.checkVisibility());
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
  const json = async (name) => (await fetch(new URL(`pagefind/${name}.json`, root))).json();
  const [pagefind, rules, table] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root).href),
    json("woordvormen"),
    json("zeven"),
  ]);
  forms = new Forms(rules);
  kinds = table;
  await pagefind.options({ excerptLength: 1, baseUrl: "/", ranking: RANKING });
  await pagefind.init();
  let fetched;
  const compounds = () => (fetched ??= json("samenstellingen").then((table) => new Compounds(table, forms)));
  answers = new Answers(pagefind, forms, compounds);
  sieves.prepend(...FILTERS.flatMap(sieve));
  recall();
  form.hidden = false;
  let pause;
  const now = () => {
    clearTimeout(pause);
    return search({ step: true });
  };
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
  clear.addEventListener("click", () => {
    for (const select of sieves.querySelectorAll("select")) select.value = "";
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
  if (!list.children.length) input.focus();
}

start();
