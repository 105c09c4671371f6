// What a reader asks, in the words of the search index: folded and stemmed by the rules of
// build_tools/data/word_forms.yml, just as build_tools/dutch/stems.py does it.

const PAPER =
  /(?<!\d)(?:kst[- ]?|kamerstuk(?:ken)? (?:ii?,? )?(?:\d{4}[-–/]\d{2,4},? )?)?(\d{2})[ .\u00a0]?(\d{3})(?:[ -]([ivx]{1,6}[abc]?(?!\w)|\d{2}(?=[ ,-])))?(?:(?:[ ,-]+(?:nrs?\.?|nummer)? ?(\d{1,4})|, ?([a-z]{1,2}))(?!\w))?(?!\d)/giu;

export class Forms {
  constructor({ end, letters, rules, prefixes, families, hidden, notes, kinds, together, small, binders, slips }) {
    this.end = end;
    this.hidden = hidden;
    this.notes = new RegExp(`^(?:${notes})$`);
    this.kinds = kinds;
    this.together = together;
    this.small = new Set(small);
    this.binders = binders;
    this.slips = new Map(Object.entries(slips));
    this.letters = letters;
    this.prefixes = prefixes;
    this.rules = rules.map(([pattern, replacement]) => [new RegExp(pattern, "u"), replacement]);
    this.families = new Map(Object.entries(families));
    const known = Object.entries(families).flatMap(([word, forms]) => [word, ...forms].map((form) => [form, word]));
    this.known = new Map(known);
    this.stems = new Map();
  }

  words(text) {
    const plain = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
    return plain.replace(/[^a-z0-9]/gu, (sign) => this.letters[sign] ?? sign).match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  stem(word) {
    if (!this.stems.has(word)) {
      const stemmed = this.rules.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), this.regular(word));
      this.stems.set(word, stemmed);
    }
    return this.stems.get(word);
  }

  regular(word) {
    if (this.known.has(word)) return this.known.get(word);
    const prefix = this.prefixes.find((prefix) => word.startsWith(prefix) && this.known.has(word.slice(prefix.length)));
    return prefix ? prefix + this.known.get(word.slice(prefix.length)) : word;
  }

  key(word) {
    return this.stem(word) + this.end;
  }

  isNote(anchor) {
    return this.notes.test(anchor);
  }

  // Papers, however they are typed ("32 824, nr. 448", "kst-32824-448"), phrases between quotation marks, and words;
  // small ones only where there is nothing else. With them the kinds of pages that the words ask for.
  question(query) {
    const papers = [];
    const phrases = [];
    const plain = plainQuotes(query)
      .replace(PAPER, (...found) => ` ${papers.push(paperName(found)) && ""}`)
      .replace(/"([^"]*)"/g, (_, phrase) => ` ${phrases.push(letterByLetter(phrase.trim())) && ""}`);
    const spoken = phrases.filter((phrase) => this.words(phrase).length);
    const all = [...new Set(this.words(plain))];
    const telling = all.filter((word) => !this.small.has(word));
    const words = telling.length || spoken.length || papers.length ? telling : all;
    const kinds = words.flatMap((word) => (this.asks(word) ? this.kinds[this.stem(word)] : []));
    return { papers, phrases: spoken, words, kinds: [...kinds, ...this.askedTogether(all)] };
  }

  // The kinds of pages that words ask for together: a brief and a Kamerstuk in one question.
  askedTogether(words) {
    const stems = words.map((word) => this.stem(word));
    return this.together.filter((asking) => asking.slice(0, -1).every((stem) => stems.includes(stem))).map((asking) => asking.at(-1));
  }

  // Whether a word asks for a kind of pages.
  asks(word) {
    return Object.hasOwn(this.kinds, this.stem(word));
  }

  // A question with the words put right that the site itself has wrong, on a page of many; the same where it has none.
  righted(query) {
    return query.replace(/[\p{L}\p{M}\p{N}]+/gu, (typed) => this.slips.get(this.words(typed).join("")) ?? typed);
  }

  // A word as it was typed in a question.
  typed(query, word) {
    return query.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((typed) => this.words(typed).join("") === word);
  }

  // A question without these words; its papers and phrases stay as they are.
  without(query, dropped) {
    const phraseOrWord = /"[^"]*"|[\p{L}\p{M}\p{N}]+/gu;
    const keep = (typed) => (this.words(typed).every((word) => dropped.includes(word)) ? "" : typed);
    return plainQuotes(query).replace(phraseOrWord, (typed) => (typed.startsWith('"') ? typed : keep(typed))).replace(/\s+/gu, " ").trim();
  }

  // The papers that a text names, and at which characters.
  papersIn(text) {
    return [...text.matchAll(PAPER)].map((found) => ({ name: paperName(found), from: found.index, to: found.index + found[0].length }));
  }

  // How a word may stand inside a compound, the surest first.
  spellings(word) {
    const stem = this.stem(word);
    const family = this.families.get(this.regular(word)) ?? [];
    return [word, stem, this.regular(word), ...family, stem.slice(0, -1)].filter((spelling) => spelling.length > 2);
  }
}

// What can be a part of a word that stands nowhere: a table that the build makes of the words of the site.
export class Compounds {
  constructor({ parts, bound, longest }, forms) {
    this.stems = new Set(parts);
    this.bound = new Map(Object.entries(bound));
    this.longest = longest;
    this.forms = forms;
  }

  // The pairs of known parts that a word consists of, with the longest last part first: taalles as taal and les.
  of(word) {
    const known = (part) => this.stems.has(this.forms.stem(part));
    const places = word.length > this.longest ? [] : [...word].keys();
    const pairs = [...places].map((at) => [this.bound.get(word.slice(0, at)) ?? word.slice(0, at), word.slice(at)]);
    return pairs.filter((pair) => pair.every(known));
  }
}

// Joined letters apart (ﬁ, ĳ), and without signs that are not seen, as build_tools/dutch/characters.py has it.
function letterByLetter(text) {
  return text.replace(/[\ufb00-\ufb06\u0132\u0133]/gu, (sign) => sign.normalize("NFKD")).replace(/\p{Cf}/gu, "");
}

export function plainQuotes(text) {
  return text.replace(/[“”„‟«»]/g, '"');
}

function paperName([, first, last, chapter = "", number, letter]) {
  const dossier = first + last + chapter;
  const item = number ?? letter;
  return (item ? `kst${dossier}nr${item}` : dossier).toLowerCase();
}
