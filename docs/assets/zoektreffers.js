// A page that was found, as the search page shows it: its title, what it is, and the places that hold what was asked.

import { fullest, marked, passages } from "./zoekplaatsen.js";
import { counted, dutch, element } from "./elementen.js";

const PASSAGES = 3;
const ALL_PASSAGES = 40; // of a letter that alone is searched
const WIDTH = 45; // words that an excerpt shows
const BEFORE = 12; // of these before the first that was asked

export function hit(page, question, forms, site, whole) {
  const [address, own = ""] = page.url.split("#");
  const { title, datum, over } = page.meta;
  const inMarks = (text) => withMarks(text.split(/\s+/), marked(text.split(/\s+/), null, question, forms).places);
  const found = passages(page, question, forms, WIDTH - BEFORE);
  const place = (passage) => excerpt(passage, address, forms);
  const item = element("li", { className: "treffer" });
  item.append(element("h2", {}, element("a", { href: own ? `${address}#${own}` : address }, ...inMarks(title))));
  const day = datum && element("time", { dateTime: datum, textContent: dutch(datum) });
  const said = [day && [day], over && inMarks(over), site && [site]].filter(Boolean);
  const about = said.flatMap((words, at) => [...(at ? [" · "] : []), ...words]);
  if (about.length) item.append(element("p", { className: "dag" }, ...about));
  const shown = whole ? ALL_PASSAGES : PASSAGES;
  item.append(...found.slice(0, shown).map(place));
  const rest = found.slice(shown);
  if (rest.length) {
    const summary = element("summary", { textContent: `Nog ${counted(rest.length, "plaats", "plaatsen")}` });
    item.append(element("details", {}, summary, ...rest.map(place)));
  }
  return item;
}

// The stretch of a passage where most of what was asked stands together.
function excerpt({ id, text, places }, address, forms) {
  const start = Math.max(0, Math.min(fullest(places, WIDTH - BEFORE).at - BEFORE, text.length - WIDTH));
  const end = Math.min(text.length, start + WIDTH);
  const link = element("a", { href: `${address}#${id}` });
  if (forms.isNote(id)) link.append("Noot: ");
  if (start > 0) link.append("… ");
  const within = new Map([...places].map(([at, found]) => [at - start, found]));
  link.append(...withMarks(text.slice(start, end), within));
  if (end < text.length) link.append(" …");
  return element("p", { className: "plaats" }, link);
}

function withMarks(words, places) {
  return words.flatMap((word, at) => [at ? " " : "", places.has(at) ? element("mark", { textContent: word }) : word]);
}
