// The list of letters, chosen and put in order at once. By what stands in its items; where the list goes by years, their
// pages are fetched when something is chosen. The address says what is chosen.

const bar = document.querySelector(".lijstkeuze");
const selects = [...bar.querySelectorAll("select")];
const order = selects.find(({ name }) => name === "volgorde");
const status = bar.querySelector(".stand");
const degree = bar.querySelector(".graad"); // what ° behind a day says
const usual = [];
for (let next = bar.nextElementSibling; next; next = next.nextElementSibling) usual.push(next);
const list = Object.assign(document.createElement("ol"), { className: "brieven", hidden: true });

let letters;
let asked = 0;

function all() {
  const years = [...document.querySelectorAll(".jaren a")].map(({ href }) => itemsOf(href));
  const here = [...document.querySelectorAll(".brieven > li")].map((item) => item.cloneNode(true));
  return (letters ??= Promise.all(years).then((pages) => [...here, ...pages.flat()]));
}

async function itemsOf(address) {
  const [own = ""] = (await (await fetch(address)).text()).match(/<ol class="brieven">.*?<\/ol>/su) ?? [];
  const page = new DOMParser().parseFromString(own, "text/html"); // the list alone: the style of the frame has no leave here
  for (const link of page.querySelectorAll(".brieven a")) link.href = new URL(link.getAttribute("href"), address).href;
  return [...page.querySelectorAll(".brieven > li")];
}

// ---- order: what lacks what the order goes by comes last -----------------------------------------------

const day = (item) => item.querySelector("time")?.dateTime ?? "";
const title = (item) => item.querySelector(".titel a").textContent;
const dossier = (item) => item.dataset.dossier ?? "";
const by = (key, turn = 1) => (one, other) =>
  !key(one) - !key(other) || turn * key(one).localeCompare(key(other), "nl", { numeric: true });
const ORDERS = { "": by(day, -1), oudste: by(day), titel: by(title), dossier: by(dossier) };

// ---- choice --------------------------------------------------------------------------------------------

async function show() {
  const turn = ++asked;
  const chosen = selects.filter(({ value }) => value);
  const address = new URL(location.href);
  address.search = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
  history.replaceState(null, "", address);
  if (chosen.length) {
    const items = await all();
    if (turn !== asked) return;
    const fits = (item) => chosen.every(({ name, value }) => name === order.name || item.dataset[name]?.split("|").includes(value));
    const shown = items.filter(fits).toSorted(by(day, -1)).toSorted(ORDERS[order.value]);
    list.replaceChildren(...shown);
    status.textContent = shown.length ? `${shown.length} van ${items.length} brieven` : "Geen brief voldoet aan deze keuze.";
  } else status.textContent = "";
  list.hidden = !chosen.length;
  if (degree) degree.hidden = list.hidden || !list.textContent.includes("°");
  for (const element of usual) element.hidden = chosen.length > 0;
}

function start() {
  const address = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = address.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  if (degree) degree.hidden = true;
  bar.after(list);
  bar.hidden = false;
  bar.addEventListener("change", show);
  addEventListener("hashchange", () => {
    for (const select of selects) select.value = "";
    show();
  });
  if (selects.some(({ value }) => value)) show();
}

start();
