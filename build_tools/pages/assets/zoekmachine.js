// What answers a question on the search page: Pagefind with the tables of the site, which say what each page is, its
// day and its name. The index is made by build_tools/site/search/index.py, the tables by tables.py beside it.

import { Answers } from "./zoekantwoorden.js";
import { Spelling } from "./zoekspelling.js";
import { counted } from "./elementen.js";
import { hit } from "./zoektreffers.js";
import { Compounds, Forms, plainQuotes } from "./zoekwoorden.js";

const PER_PAGE = 8;
const RANKING = { pageLength: 0.2 }; // long letters are not to stand behind short pages
const LETTER = "Brief";
const PROMISE = "Toezegging";
const ANY = "*"; // any kind at all
const LAST = "Uitleg en registers";

export async function start(root) {
  const json = async (name) => (await fetch(new URL(`pagefind/${name}.json`, root))).json();
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };
  const [pagefind, rules, pages] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root).href),
    json("woordvormen"),
    json("zeven"),
  ]);
  const forms = new Forms(rules);
  const options = { excerptLength: 1, ranking: RANKING };
  await pagefind.options({ ...options, baseUrl: root.href });
  await pagefind.init();
  // In front of the sites of dossiers: their indexes too; of many letters: the other volumes. The tables hold what stands in
  // all of them.
  const at = (path) => new URL(path, root).href;
  const sites = Object.entries(rules.sites ?? {}).map(([path, name]) => [at(path), name]);
  const others = [...sites.map(([site]) => `${site}pagefind/`), ...(rules.volumes ?? []).map(at)];
  await Promise.all(others.map((index) => pagefind.mergeIndex(index, { ...options, baseUrl: index.replace(/pagefind\/(\d+\/)?$/, "") })));
  const compounds = once(async () => new Compounds(await json("samenstellingen"), forms));
  const spelling = once(async () => new Spelling(await json("schrijfwijzen"), forms));
  return new Machine(new Answers(pagefind, forms, compounds, spelling, Object.keys(pages)), forms, pages, sites);
}

class Machine {
  constructor(answers, forms, pages, sites) {
    Object.assign(this, { answers, forms, pages, sites });
    this.answer = this.answer.bind(this);
    this.nameOf = this.nameOf.bind(this);
  }

  // What is found, told, counted for each choice, and shown a part at a time. Where nothing holds all of it: what is found
  // for what may have been meant, or for less.
  async answer(query, filters, order) {
    const found = await this.answers.to(query);
    const meant = await this.answers.meant(query, found);
    const less = meant ? "" : await this.answers.less(query, found);
    const other = found.results.length ? "" : meant || less;
    const shown = other ? await this.answers.to(other) : found;
    const question = { ...shown.question, kinds: found.question.kinds };
    const partly = await this.nearest(found, shown.results);
    const asked = (filters) => [...shown.results, ...partly].filter(({ id }) => this.passes(id, filters, question));
    const waiting = this.ordered(asked(filters), question, other || query, order);
    const near = waiting.filter((result) => partly.includes(result));
    return {
      told: this.says(query, filters, found, other ? [] : waiting, near),
      meant,
      less,
      other: other && [amount(waiting, near, this.pages), part(near)].filter(Boolean).join(", en "),
      counts: this.counts(asked, filters),
      left: () => waiting.length,
      next: () => this.next(waiting, question, filters),
    };
  }

  // Pages of a kind that the question names, where none of them holds all of it: those that hold most of its other words,
  // which is more than half of them or a name that the page has (minister Donner over werk).
  async nearest({ question: { kinds, phrases, papers }, words }, results) {
    const wanted = ({ id }) => this.pages[id]?.soort?.some((kind) => kinds.includes(kind));
    if (!kinds.length || phrases.length || papers.length || results.some(wanted)) return [];
    const others = words.filter((word) => !this.forms.asks(word));
    const holding = await Promise.all(others.map((word) => this.answers.holding([word])));
    const pages = new Map(holding.flat().filter(wanted).map((result) => [result.id, result]));
    const held = (id) => holding.filter((results) => results.some((result) => result.id === id)).length;
    const called = (id) => others.some((word) => this.pages[id].naam?.includes(this.forms.stem(word)));
    const most = Math.max(0, ...[...pages.keys()].map(held));
    return [...pages.values()].filter(({ id }) => held(id) === most && (2 * most > others.length || called(id)));
  }

  // The title of a letter, by its id.
  async nameOf(letter) {
    const all = await this.answers.to("");
    const own = all.results.find(({ id }) => this.pages[id]?.brief?.includes(letter));
    return own ? (await own.data()).meta.title : "";
  }

  async next(waiting, question, filters) {
    const pages = await Promise.all(waiting.splice(0, PER_PAGE).map((result) => result.data()));
    const hits = [];
    for (const page of pages) {
      hits.push(hit(page, question, this.forms, this.siteOf(page), Boolean(filters.brief)));
      await new Promise((resolve) => setTimeout(resolve)); // a long letter takes a while; what a reader types goes before
    }
    return hits;
  }

  // The dossier in whose site a page lies, where each has one.
  siteOf({ url }) {
    return this.sites.find(([site]) => url.startsWith(site))?.[1];
  }

  // A promise is a place in a letter: it stands by itself where promises are asked for, by a word or by the choice of a kind.
  passes(id, filters, { kinds }) {
    const page = this.pages[id];
    if (!page) return false; // in the site of a dossier, for readers of that site alone
    const asked = "soort" in filters || kinds.includes(PROMISE) || !page.soort?.includes(PROMISE);
    return asked && Object.entries(filters).every(([name, value]) => value === ANY || page[name]?.includes(value));
  }

  // What the question asks for as such, then the likeliest; by day where that is asked, or nothing else.
  ordered(results, question, query, order) {
    const day = ({ id }) => this.pages[id]?.dag?.[0] ?? "";
    const rank = new Map(results.map(({ id }) => [id, this.rank(id, question)]));
    const newest = (one, other) => day(other).localeCompare(day(one));
    const oldest = (one, other) => !day(one) - !day(other) || day(one).localeCompare(day(other));
    const fit = (one, other) => rank.get(one.id) - rank.get(other.id);
    const byDay = order === "oudste" ? oldest : newest;
    return results.toSorted((one, other) => (order || !query ? byDay(one, other) || fit(one, other) : fit(one, other)));
  }

  // Pages of a kind that the question names, and those that are called so, go first; pages that explain the site are last.
  rank(id, { kinds, terms, phrases, papers }) {
    const { soort = [], naam = [] } = this.pages[id] ?? {};
    const called = terms.length && !phrases.length && !papers.length && terms.every(({ word }) => naam.includes(this.forms.stem(word)));
    if (called || soort.some((kind) => kinds.includes(kind))) return 0;
    return soort.includes(LAST) ? 2 : 1;
  }

  // How many of what is asked each choice would leave, by the name of the choice.
  counts(asked, filters) {
    const table = {};
    for (const name of ["soort", "jaar", "ministerie", "thema"]) {
      const { [name]: own, ...others } = filters;
      const left = asked(name === "soort" ? { ...others, soort: ANY } : others);
      table[name] = {};
      for (const value of left.flatMap(({ id }) => this.pages[id]?.[name] ?? [])) table[name][value] = (table[name][value] ?? 0) + 1;
    }
    return table;
  }

  says(query, filters, { question, results }, waiting, near) {
    const what = query ? ` voor “${plainQuotes(query).replace(/^"\s*([^"]*?)\s*"$/, "$1")}”` : "";
    if (!waiting.length && results.length) {
      const less = filters.brief ? "in deze brief; in andere wel." : "met deze filters; zonder filters wel.";
      return `Niets gevonden${what} ${less}`;
    }
    if (!waiting.length) return `Niets gevonden${what}.`;
    const whole = amount(waiting, near, this.pages);
    return whole ? [whole + what + reading(question), part(near)].filter(Boolean).join(", en ") : part(near) + what;
  }
}

// How many letters and other pages there are beside those that hold a part of the words.
function amount(results, near, pages) {
  const whole = results.filter((result) => !near.includes(result));
  const letters = whole.filter(({ id }) => pages[id]?.soort?.includes(LETTER)).length;
  const others = whole.length - letters;
  const said = [
    letters && counted(letters, "brief", "brieven"),
    others && counted(others, letters ? "andere pagina" : "pagina", letters ? "andere pagina’s" : "pagina’s"),
  ];
  return said.filter(Boolean).join(" en ");
}

function part(near) {
  return near.length ? `${counted(near.length, "pagina", "pagina’s")} met een deel van de woorden` : "";
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
