// What a reader may have meant who typed a word that stands nowhere: the word of the site that sounds and is written most
// like it. The words, and which letters sound alike, come from build_tools/site/search/spellings.py.

const PART = 2; // letters of a word within others, at the least
const ROWS = [/(?<![\p{L}"])(?=(\p{L}{3,}) (\p{L}{3,}) (\p{L}{3,}))/gu, /(?<![\p{L}"])(?=(\p{L}{3,}) (\p{L}{3,}))/gu]; // taal eis
const SIGN = /ch|ij/gu; // two letters that are written as one: whoever writes g for ch is one mistake away
const LONG = 8; // sounds of a word in which two may differ; in a shorter one differs one
const FIRST = 1; // who mistypes a word has its first letter right nearly always: another one is a mistake more
const WRITTEN = 0.4; // a letter that is written otherwise weighs less than a sound that differs
const [LONGER, OFTENER] = [6, 2]; // a shorter word was not meant for one of a single page, as it is like too many: Rutte, ruste
const FAR = 5; // letters that are written otherwise, at the most that are counted
const OFTEN = 0.15; // a word of ten times as many pages makes up for so much of a difference

export class Spelling {
  constructor({ words, written, sounds, common, shortest }, forms) {
    this.forms = forms;
    this.shortest = shortest;
    this.pages = new Map(Object.entries(words));
    this.written = new Map(Object.entries(written));
    this.rules = sounds.map(([pattern, replacement]) => [new RegExp(pattern, "gu"), replacement]);
    this.common = new Set(common.split(" "));
    const all = [...this.pages.keys(), ...this.common].filter((word) => word.length >= shortest);
    this.listed = all.map((word) => [word, this.sound(word), seen(word)]);
  }

  // Whether this can be a word: one of the site or of Dutch, or so short that none are listed.
  has(word) {
    return word.length < this.shortest || this.pages.has(word) || this.common.has(word);
  }

  // The word as it sounds: discriminasie as diskriminatie.
  sound(word) {
    return this.rules.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), word);
  }

  // A question with the words put right that stand nowhere; the same where there is nothing to put right. `most` are the
  // letters that may differ where not as many as usual: then words are neither joined nor taken apart.
  corrected(query, unknown, most) {
    const mistaken = (word) => unknown.includes(word) && !this.common.has(word);
    const joined = most === undefined && this.rejoined(query, mistaken);
    if (joined) return joined;
    return query.replace(/[\p{L}\p{M}\p{N}]+/gu, (typed) => {
      const word = this.forms.words(typed).join("");
      const right = mistaken(word) && (this.bound(word) ?? this.nearest(word, most) ?? (most === undefined ? this.apart(word) : undefined));
      return right || typed;
    });
  }

  // A question with a compound in one word that was written apart, with a mistake in it: where that is no farther from a word
  // of the site than what was mistaken is by itself.
  rejoined(query, mistaken) {
    for (const parts of rowsIn(query, this.forms.small)) {
      const words = parts.flatMap((part) => this.forms.words(part));
      const whole = words.some(mistaken) && this.likest(words.join(""));
      const alone = Math.max(...words.filter(mistaken).map((word) => this.likest(word)?.cost ?? Infinity));
      if (whole && this.pages.has(whole.word) && whole.cost <= alone) return query.replace(parts.join(" "), this.shown(whole.word));
    }
    return undefined;
  }

  // The two words, each in all its ways, of which a word consists: koopkracht is a good one, though no page has it.
  halves(word) {
    const ends = [...[...word].keys()].slice(this.shortest, 1 - this.shortest);
    return ends.map((at) => [word.slice(0, at), word.slice(at)]).filter((halves) => halves.every((half) => this.has(half)));
  }

  // A compound of the site that was written without the letters between its parts: gebedoproepen.
  bound(word) {
    const ways = this.halves(word).flatMap((halves) => this.forms.binders.map((binder) => halves.join(binder)));
    const whole = ways.find((way) => this.pages.get(way));
    return whole && this.shown(whole);
  }

  // The words of the site that were written as one, the fewest there are; of three one is small, as in a sentence.
  apart(word) {
    const three = this.parts(word, 3);
    const ways = this.parts(word, 2) ?? (three?.some((part) => this.forms.small.has(part)) ? three : undefined);
    return ways?.map((part) => this.shown(part)).join(" ");
  }

  parts(word, count) {
    if (count === 1) return this.pages.has(word) ? [word] : undefined;
    for (let at = word.length - PART; at >= PART; at--) {
      const rest = this.pages.has(word.slice(0, at)) && this.parts(word.slice(at), count - 1);
      if (rest) return [word.slice(0, at), ...rest];
    }
    return undefined;
  }

  // The word that is most like it; nothing where that is one that no page has, or none.
  nearest(word, most) {
    const best = this.likest(word, most);
    return best && this.pages.has(best.word) ? this.shown(best.word) : undefined;
  }

  // The word that sounds or is written most like it, of the site or of Dutch, and how far it is.
  likest(word, allowed) {
    if (word.length < this.shortest) return undefined;
    const [sound, sight] = [this.sound(word), seen(word)];
    const most = allowed ?? (sound.length < LONG || this.halves(word).length ? 1 : 2);
    let best;
    for (const [other, heard, read] of this.listed) {
      const written = (most) => Math.min(distance(word, other, most), distance(sight, read, most));
      const apart = Math.min(distance(sound, heard, most), written(most)) + (sound[0] === heard[0] ? 0 : FIRST);
      if (apart > most || (apart && word.length < LONGER && this.pages.get(other) < OFTENER)) continue;
      const cost = apart + WRITTEN * Math.min(written(FAR), FAR + 1) - OFTEN * Math.log10(1 + (this.pages.get(other) ?? 0));
      if (!best || cost < best.cost) best = { word: other, cost };
    }
    return best;
  }

  shown(word) {
    return this.written.get(word) ?? word;
  }
}

// The words of a question that stand side by side, three or two: what a compound is that was written apart. None has a small
// word, as they stand in every sentence.
export function rowsIn(query, small) {
  const rows = ROWS.flatMap((row) => [...query.matchAll(row)].map(([, ...parts]) => parts));
  return rows.filter((parts) => !parts.some((part) => small.has(part.toLowerCase())));
}

// A word as the eye takes it.
function seen(word) {
  return word.replace(SIGN, ([first]) => (first === "c" ? "g" : "y"));
}

// How many letters have to come, go, change or change places to make one word of another; above `most` any larger number.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + same);
      const turned = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (turned) next[to] = Math.min(next[to], before[to - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[other.length];
}
