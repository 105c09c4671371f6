// What a reader may have meant who typed a word that stands nowhere: the word of the site that sounds and is written most
// like it. The words, and which letters sound alike, come from build_tools/site/search/spellings.py.

const PART = 2; // letters of a word within others, at the least
const LONG = 8; // sounds of a word in which two may differ; in a shorter one differs one
const WRITTEN = 0.4; // a letter that is written otherwise weighs less than a sound that differs
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
    this.sounding = all.map((word) => [word, this.sound(word)]);
  }

  // The word as it sounds: discriminasie as diskriminatie.
  sound(word) {
    return this.rules.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), word);
  }

  // A question with the words put right that stand nowhere; the same where there is nothing to put right. `most` are the
  // sounds that may differ where not as many as usual: with none, words are neither joined nor taken apart.
  corrected(query, unknown, most) {
    const mistaken = (word) => unknown.includes(word) && !this.common.has(word);
    for (const [pair, one, other] of most === 0 ? [] : pairsIn(query)) {
      const [word, second] = this.forms.words(`${one} ${other}`);
      const whole = (mistaken(word) || mistaken(second)) && this.nearest(word + second);
      if (whole) return query.replace(pair, whole);
    }
    return query.replace(/[\p{L}\p{M}\p{N}]+/gu, (typed) => {
      const word = this.forms.words(typed).join("");
      return (mistaken(word) && (this.nearest(word, most) ?? (most === 0 ? undefined : this.apart(word)))) || typed;
    });
  }

  // The words of the site that were written as one, the fewest there are.
  apart(word) {
    const ways = [2, 3].map((count) => this.parts(word, count)).find((parts) => parts);
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
  nearest(word, allowed) {
    if (word.length < this.shortest) return undefined;
    const sound = this.sound(word);
    const most = allowed ?? (sound.length < LONG ? 1 : 2);
    let best;
    for (const [other, own] of this.sounding) {
      const apart = distance(sound, own, most);
      if (apart > most) continue;
      const cost = apart + WRITTEN * distance(word, other, Infinity) - OFTEN * Math.log10(1 + (this.pages.get(other) ?? 0));
      if (!best || cost < best.cost) best = { word: other, cost };
    }
    return best && this.pages.has(best.word) ? this.shown(best.word) : undefined;
  }

  shown(word) {
    return this.written.get(word) ?? word;
  }
}

// The words of a question that stand side by side: what a compound is that was written apart.
export function* pairsIn(query) {
  for (const [, one, other] of query.matchAll(/(?<![\p{L}"])(?=(\p{L}{3,}) (\p{L}{3,}))/gu)) yield [`${one} ${other}`, one, other];
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
    [before, row] = [row, next];
  }
  return row[other.length];
}
