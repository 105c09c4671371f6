// The search page: asks Pagefind, and shows what it finds paragraph by paragraph.
// The index is made by build_tools/publish/index.py: passages are anchors, `x-…` are words that a passage
// holds without showing them (parts of compounds, names of papers); zeven.json says what each page is.

const PER_PAGE = 8;
const PASSAGES = 3;
const AROUND = 18;
const HIDDEN = "x-";
const FILTERS = [
  ["soort", "Soort"],
  ["jaar", "Jaar"],
  ["ministerie", "Ministerie"],
  ["thema", "Thema"],
];
const PAPER =
  /(?<!\d)(?:kst-?)?(\d{2})[ .]?(\d{3})(?:[ -]([ivx]{1,5}|\d{2})(?=[ ,-]))?(?:[ ,-]+(?:nrs?\.?|nummer)? ?(\d{1,4}|[a-z]{1,2})(?![\w]))?(?!\d)/giu;

const form = document.querySelector(".zoekveld");
const input = form.querySelector("#vraag");
const sieves = form.querySelector(".zeven");
const status = form.querySelector(".stand");
const list = form.querySelector(".treffers");
const more = form.querySelector(".verder");
const root = new URL("../", location.href);

let engine;
let kinds;
let waiting = [];
let asked = 0;

// ---- what is asked -------------------------------------------------------------------------------------

// Papers get the one name that the index gives them, however they are typed: "32 824, nr. 448", "kst-32824-448".
function normalised(query) {
  return query
    .replace(/[“”„«»]/g, '"')
    .replace(PAPER, (_, first, last, chapter, number) =>
      number ? `kst${first}${last}${chapter ?? ""}nr${number}`.toLowerCase() : first + last,
    );
}

function chosen() {
  const selects = [...sieves.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(selects.map((select) => [select.name, select.value]));
}

function remember(query, filters) {
  const address = new URL(location.href);
  address.search = new URLSearchParams({ ...(query && { q: query }), ...filters }).toString();
  history.replaceState(null, "", address);
}

async function search() {
  const turn = ++asked;
  const query = input.value.trim();
  const filters = chosen();
  remember(query, filters);
  const found = await engine.search(query ? normalised(query) : null);
  if (turn !== asked) return;
  const empty = !query && !Object.keys(filters).length;
  waiting = empty ? [] : found.results.filter(({ id }) => passes(id, filters));
  list.replaceChildren();
  const count = waiting.length;
  await showMore();
  if (turn === asked) status.textContent = empty ? "" : told(count, query);
}

function passes(id, filters) {
  return Object.entries(filters).every(([name, value]) => kinds[id]?.[name]?.includes(value));
}

function told(count, query) {
  const what = query ? ` voor “${query}”` : "";
  if (!count) return `Niets gevonden${what}. Een ander woord, of minder zeven?`;
  return `${count} ${count === 1 ? "bladzijde" : "bladzijden"}${what}`;
}

// ---- what is shown -------------------------------------------------------------------------------------

async function showMore() {
  const turn = asked;
  const next = waiting.splice(0, PER_PAGE);
  const pages = await Promise.all(next.map((result) => result.data()));
  if (turn !== asked) return;
  list.append(...pages.map(hit));
  more.hidden = !waiting.length;
}

function hit(page) {
  const address = new URL(page.raw_url ?? page.url, root).href;
  const item = element("li", { className: "treffer" });
  const title = element("a", { href: address, textContent: page.meta.title });
  const day = page.meta.datum;
  item.append(element("h2", {}, title));
  if (day) item.append(element("p", { className: "dag" }, element("time", { dateTime: day, textContent: dutch(day) })));
  const found = passages(page);
  item.append(...found.slice(0, PASSAGES).map((passage) => excerpt(passage, address)));
  if (found.length > PASSAGES) {
    const rest = found.slice(PASSAGES);
    const summary = element("summary", { textContent: `Nog ${rest.length} ${rest.length === 1 ? "plaats" : "plaatsen"}` });
    item.append(element("details", {}, summary, ...rest.map((passage) => excerpt(passage, address))));
  }
  return item;
}

function dutch(day) {
  return new Date(`${day}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}

// The passages of a page that hold what was asked, the fullest first, each with the places of its words.
function passages(page) {
  const words = page.content.split(/\s+/);
  const anchors = page.anchors.toSorted((one, other) => one.location - other.location);
  const found = new Map();
  for (const { location, weight } of page.weighted_locations) {
    const at = anchors.findLastIndex((anchor) => anchor.location <= location);
    if (at < 0) continue;
    const shown = anchors[at].id.startsWith(HIDDEN) ? at - 1 : at;
    const anchor = anchors[shown];
    if (!anchor?.id) continue;
    const text = words.slice(anchor.location, anchors[shown + 1]?.location ?? words.length);
    const passage = found.get(anchor.id) ?? { id: anchor.id, text, score: 0, places: new Set() };
    const places = shown === at ? [location - anchor.location] : holding(text, words[location]);
    places.forEach((place) => passage.places.add(place));
    passage.score += weight;
    found.set(anchor.id, passage);
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

// Where a text holds a word that the index added to it: in a compound, or as the name of a paper.
function holding(text, hidden) {
  const word = folded(hidden);
  const paper = /^(?:kst)?(\d{2})(\d{3})/.exec(word);
  const holds = (shown, next) => (paper ? shown + next.slice(0, 3) === paper[1] + paper[2] : shown.includes(word));
  return text.flatMap((shown, at) => (holds(folded(shown), folded(text[at + 1] ?? "")) ? [at] : []));
}

function folded(word) {
  return word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function excerpt(passage, address) {
  const first = Math.min(...passage.places, passage.text.length);
  const start = Math.max(0, first - AROUND);
  const end = Math.min(passage.text.length, start + 2.5 * AROUND);
  const link = element("a", { href: `${address}#${passage.id}` });
  if (passage.id.startsWith("fn:")) link.append(`Noot ${passage.id.slice(3)}: `);
  if (start > 0) link.append("… ");
  passage.text.slice(start, end).forEach((word, at) => {
    link.append(at ? " " : "", passage.places.has(start + at) ? element("mark", { textContent: word }) : word);
  });
  if (end < passage.text.length) link.append(" …");
  return element("p", { className: "plaats" }, link);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---- the sieves ----------------------------------------------------------------------------------------

function countsOf(name) {
  const counts = {};
  for (const value of Object.values(kinds).flatMap((kind) => kind[name] ?? [])) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function sieve([name, label], value) {
  const counts = countsOf(name);
  const every = element("option", { value: "", textContent: "alle" });
  const options = Object.entries(counts)
    .sort(([one], [other]) => (name === "jaar" ? other.localeCompare(one) : one.localeCompare(other, "nl")))
    .map(([option, count]) => element("option", { value: option, textContent: `${option} (${count})` }));
  const select = element("select", { name, id: `zeef-${name}` }, every, ...options);
  select.value = Object.hasOwn(counts, value ?? "") ? value : "";
  select.addEventListener("change", search);
  return element("p", {}, element("label", { htmlFor: select.id, textContent: label }), select);
}

async function start() {
  engine = await import(new URL("pagefind/pagefind.js", root).href);
  await engine.options({ excerptLength: 1, baseUrl: "/" });
  await engine.init();
  kinds = await (await fetch(new URL("pagefind/zeven.json", root))).json();
  const address = new URLSearchParams(location.search);
  const useful = FILTERS.filter(([name]) => Object.keys(countsOf(name)).length > 1);
  sieves.append(...useful.map((filter) => sieve(filter, address.get(filter[0]))));
  input.value = address.get("q") ?? "";
  form.hidden = false;
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  more.addEventListener("click", showMore);
  await search();
  if (!list.children.length) input.focus();
}

start();
