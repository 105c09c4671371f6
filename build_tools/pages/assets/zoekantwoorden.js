// Which pages answer a question: what each word of it is taken for, and what Pagefind finds then.

import { rowsIn } from "./zoekspelling.js";

export class Answers {
  // `compounds` and `spelling` fetch their tables: they are asked for when a word stands nowhere, and not before. `ids` are
  // the names of all pages.
  constructor(engine, forms, compounds, spelling, ids) {
    Object.assign(this, { engine, forms, compounds, spelling, volumes: inVolumes(ids) });
  }

  // Nothing asked is answered by all pages, signs without a word by none.
  async to(query) {
    const { words, phrases, papers, kinds } = this.forms.question(query);
    const meant = [];
    for (const word of words) meant.push(await this.meaning(word));
    const question = { terms: meant.flat(), phrases, papers, kinds };
    const searches = query ? this.searches(question) : [`"${this.forms.end}"`];
    const results = searches.length && meant.every((terms) => terms.length) ? await this.everyOf(searches) : [];
    const unknown = words.filter((_, at) => !meant[at].some((term) => !term.start && !term.apart));
    const lost = words.filter((_, at) => !meant[at].length);
    return { question, results, unknown, words, lost };
  }

  // What was meant: two words that are one on the site; a word that the site has wrong itself; where nothing is found, words
  // that are written like these, and one that sounds the same where a word was taken apart. Empty where nothing would be
  // found then either.
  async meant(query, found) {
    const other = (await this.joined(query)) ?? (await this.written(query, found));
    return other !== query && (await this.to(other)).results.length ? other : "";
  }

  // A question of which every page has a form of the words is right, unless one is written nowhere as it was typed: then
  // only what sounds the same was meant; a letter may differ where a word was read in parts that are no words themselves.
  // Words that were read in parts are asked back with a space where the site has one.
  async written(query, { question, results, unknown, words }) {
    const righted = this.forms.righted(query);
    if (righted !== query) return righted;
    const apart = question.terms.some((term) => term.apart);
    if (results.length && !apart) {
      const unseen = await this.unseen(words);
      return unseen.length ? (await this.spelling()).corrected(query, unseen, 0) : query;
    }
    if (!unknown.length) return query;
    const spelling = await this.spelling();
    const doubted = apart && !question.terms.every((term) => !term.apart || spelling.has(term.word)); // vrouwlijke: vrouw, lijke
    const right = spelling.corrected(query, unknown, results.length ? Number(doubted) : undefined);
    return right === query && apart ? this.spaced(query, unknown) : right;
  }

  // The words that no page writes so, though some may have another form of them.
  async unseen(words) {
    const counts = await Promise.all(words.map(async (word) => (await this.engine.search(`"${word}"`)).results.length));
    return words.filter((_, at) => !counts[at]);
  }

  // A question with the words apart that were typed as one and stand beside each other on a page: binnenlandsezaken.
  async spaced(query, unknown) {
    for (const word of unknown) {
      for (const parts of (await this.compounds()).of(word)) {
        const typed = this.forms.typed(query, word);
        if (typed && (await this.engine.search(`"${parts.join(" ")}"`)).results.length) return query.replace(typed, parts.join(" "));
      }
    }
    return query;
  }

  // Where nothing holds all of a question: the question without the words that nothing holds, else without the one word that
  // leaves the fewest pages. Empty where that does not help.
  async less(query, { results, question: { phrases, papers }, words, lost }) {
    const parts = words.length + phrases.length + papers.length;
    if (results.length || parts < 2 || parts === lost.length) return "";
    if (lost.length) {
      const shorter = this.forms.without(query, lost);
      const found = await this.to(shorter);
      return found.results.length ? shorter : this.less(shorter, found);
    }
    let best = { query: "", count: Infinity };
    for (const word of words) {
      const shorter = this.forms.without(query, [word]);
      const count = (await this.to(shorter)).results.length;
      if (count && count < best.count) best = { query: shorter, count };
    }
    return best.query;
  }

  // Dutch writes compounds as one word, with a letter between the parts or without: taal eis, inburgerings plicht.
  async joined(query) {
    for (const parts of rowsIn(query, this.forms.small)) {
      for (const binder of this.forms.binders) {
        const [word, ...more] = this.forms.words(parts.join(binder));
        if (!more.length && (await this.holding([word])).length) return query.replace(parts.join(" "), parts.join(binder));
      }
    }
    return undefined;
  }

  // A word in any form; else words that begin so; else the parts of a compound that stands nowhere; else nothing.
  async meaning(word) {
    if ((await this.holding([word])).length) return [{ word }];
    const [likest] = (await this.engine.search(word)).results;
    const begun = likest && this.forms.words((await likest.data()).content).some((other) => other.startsWith(word));
    if (begun) return [{ word, start: true }];
    for (const parts of (await this.compounds()).of(word)) {
      if ((await this.holding(parts)).length) return parts.map((part) => ({ word: part, apart: true }));
    }
    return [];
  }

  // Pagefind takes a word that it does not know for the longest beginning that it knows; not between quotation marks.
  holding(words) {
    return this.everyOf(words.map((word) => `"${this.forms.key(word)}"`));
  }

  searches({ terms, phrases, papers }) {
    const names = papers.map((paper) => paper + this.forms.end);
    const keys = terms.map(({ word, start }) => (start ? word : this.forms.key(word)));
    // In front of several indexes one may lack a word that another has: what begins like it there is no answer.
    const whole = terms.filter(({ start }) => !start).map(({ word }) => this.forms.key(word));
    const exact = [...phrases, ...names, ...whole].map((words) => `"${words}"`);
    return [...exact, [...names, ...keys].join(" ")].filter(Boolean);
  }

  // The pages that every one of the searches finds, in the order of the last.
  async everyOf(searches) {
    let found;
    const counts = [];
    for (const terms of searches) {
      const { results } = await this.engine.search(terms);
      const before = new Set(found?.map(({ id }) => id));
      found = found ? results.filter(({ id }) => before.has(id)) : results;
      counts.push(inVolumes(results.map(({ id }) => id)));
    }
    return this.volumes.size > 1 ? this.inOneOrder(found, counts.length > 1 ? counts.slice(0, -1) : counts) : found;
  }

  // How rare a word is each volume of the index reckons by its own pages, and scores by that. By how many pages of its own
  // and of all have what was asked, scores become those of one index, but for little.
  inOneOrder(results, counts) {
    const all = total(this.volumes);
    const weights = new Map();
    for (const [volume, pages] of this.volumes) {
      const own = counts.map((having) => rarity(pages, having.get(volume) ?? 0));
      weights.set(volume, sum(counts.map((having) => rarity(all, total(having)))) / sum(own) || 1);
    }
    const score = ({ id, score }) => score * (weights.get(volumeOf(id)) ?? 1);
    return results.toSorted((one, other) => score(other) - score(one));
  }
}

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
const total = (counts) => sum([...counts.values()]);

// What Pagefind takes a word for that so many pages of a volume have.
const rarity = (pages, having) => Math.log(1 + (pages - having + 0.5) / (having + 0.5));

// The names of pages in a volume begin alike: unknown2_1a2b3c4.
const volumeOf = (id) => id.slice(0, id.lastIndexOf("_"));

function inVolumes(ids) {
  const counts = new Map();
  for (const id of ids) counts.set(volumeOf(id), (counts.get(volumeOf(id)) ?? 0) + 1);
  return counts;
}
