// Whether letters say what is quoted, worked out on the reader's own machine as build_tools/quotes does it: what is quoted,
// the words of a letter in a row, where they stand, what differs. The same cases hold both (tests/cases/quotes.yml).

const LEFT_OUT = /[([]\s*(?:…|\.{2,}|\.(?:\s\.)+)\s*[)\]]|…|\.{3,}/u;
const TOLD = String.raw`https?:|\bkst-|\bkamerst|\bnrs?\. ?\d|\bp\. ?\d|\bblz\. ?\d`;
const PAIRS = { "«": "»", "“": "”", "„": "”“", '"': '"', "‘": "’", "‚": "’‘", "'": "'" };
const OPENERS = Object.keys(PAIRS).join("");
const INTRODUCED = new RegExp(String.raw`^[^${OPENERS}\n]*:\s*(?=[${OPENERS}])`, "u");
const APART = /^[.,;]?\s*(?:\n|\(|,|[-–—]|$)/u;
const TAIL = new RegExp(String.raw`(?:\s\([^()]*(?:${TOLD})[^()]*\)|\n\s*(?:${TOLD})[^\n]*|\shttps?://\S+)[\s.,;]*$`, "iu");
const BROKEN = /(\p{L}+)[-\u2010\u00ad] (\p{L}+)/gu;

const LEAST_NEAR = 4;
const ALIKE = 0.6;
const LEAST_SHARED = 16;
const DENSE = 0.5;
const SLACK = 3;
const FAR = 3;
const LEAST_SENTENCE = 3;
const SENTENCE_END = /[.!?]["”»’')\]]*\s+["“„«‘'(\[]?/gu;
const CLOSE = 0.1;
const ALMOST = 0.999;
const ISLAND = 2;
const CLAUSE = 8;

// ---- words ---------------------------------------------------------------------------------------------

// Cuts a text into words and signs, and says what each of them says; the tables are those of build_tools/dutch/tokens.py.
export class Speech {
  constructor({ dashes, apostrophes, quotes, minus, units }) {
    const set = (signs) => [...signs].map((sign) => `\\u{${sign.codePointAt(0).toString(16)}}`).join("");
    const letter = String.raw`[\p{L}\p{N}_\u0300-\u036f]`;
    const less = String.raw`(?<![\p{L}\p{N}_)\]])[${set(minus)}](?=\p{Nd})`;
    const join = `[${set(dashes)}\\u{ad}'’ʼ]`;
    const word = String.raw`(?:${less})?${letter}+(?:${join}${letter}+|(?<=\p{Nd})[.,]\p{Nd}+)*`;
    this.spokenIn = new RegExp(`${word}|[${set(units)}]`, "gu");
    this.tokenIn = new RegExp(String.raw`${word}|,,|\.\.\.|\S`, "gu");
    this.inWord = new RegExp(`[${set(dashes + apostrophes)}\\u{ad}]`, "gu");
    this.signs = new Map([...[...quotes].map((sign) => [sign, '"']), ...[...dashes].map((sign) => [sign, "-"])]);
    for (const [sign, said] of [[",,", '"'], ["...", "…"], ["•", "-"]]) this.signs.set(sign, said);
    this.minus = minus;
    this.units = units;
  }

  key(shown) {
    if (this.signs.has(shown)) return this.signs.get(shown);
    const folded = shown.normalize("NFKC").toLowerCase().replaceAll("ß", "ss");
    const less = shown.length > 1 && this.minus.includes(shown[0]) ? "-" : "";
    return less + (folded.replace(this.inWord, "") || folded);
  }

  words(text, passage = 0) {
    return [...text.matchAll(this.spokenIn)]
      .map((found) => ({ key: this.key(found[0]), passage, start: found.index, end: found.index + found[0].length }));
  }

  isWord(key) {
    return /^[\p{L}\p{N}]/u.test(key) || this.units.includes(key) || (key.length > 1 && key[0] === "-");
  }

  tokens(text) {
    return [...text.matchAll(this.tokenIn)]
      .map((found) => ({ key: this.key(found[0]), start: found.index, end: found.index + found[0].length }));
  }
}

// ---- what is quoted ------------------------------------------------------------------------------------

export function quotation(pasted, speech) {
  const [quoted, told] = apart(pasted.trim());
  const parts = quoted.split(LEFT_OUT).map(onOneLine);
  const address = /brieven\/([^\s/#?"'<>«»]+)\/?(?:#(al-\d+|fn:\d+))?/u.exec(told);
  return {
    parts: parts.filter((part) => speech.words(part).length),
    told: plainWords(told),
    letter: address?.[1] ?? "",
    anchor: address?.[2] ?? "",
  };
}

function onOneLine(text) {
  return text.split(/\s+/u).filter(Boolean).join(" ");
}

function apart(pasted) {
  let text = pasted.replace(INTRODUCED, "");
  const closing = PAIRS[text[0]] ?? "";
  const lastTold = [...text.matchAll(new RegExp(TOLD, "giu"))].at(-1)?.index ?? 0;
  const ends = [...Array(lastTold).keys()].filter((at) => at && closing && closing.includes(text[at]) && APART.test(text.slice(at + 1)));
  const end = ends.findLast((at) => text[at + 1] === "\n") ?? ends[0];
  if (end) return [text.slice(1, end), text.slice(end + 1)];
  let behind = "";
  for (let found = TAIL.exec(text); found; found = TAIL.exec(text)) {
    text = text.slice(0, found.index);
    behind = found[0] + behind;
  }
  return [text, behind];
}

function plainWords(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

// Whether a quotation is told to stand in the paper with this number.
function names({ told }, number) {
  if (!number) return false;
  const wanted = plainWords(number).split(" ").map((word) => (word === "nr" ? "(?:nr ?)?" : `${word} ?`)).join("");
  return new RegExp(`(?<!\\S)${wanted.replace(/ \?$/, "")}(?!\\S)`).test(told);
}

// ---- a letter as one row of words -----------------------------------------------------------------------

// `letter` is its open data: data/brieven/<id>.json.
export function rowOf(letter, speech) {
  const passages = [...letter.blocks, ...[...letter.notes].sort((one, other) => one.n - other.n)];
  const words = passages.flatMap(({ text }, n) => speech.words(text, n));
  const printed = new Map(letter.notes.map((note) => [note.n, note.printed]));
  const calls = new Map();
  letter.blocks.forEach((block, n) => {
    for (const call of block.notes) {
      const before = words.findLast(({ passage, end }) => passage < n || (passage === n && end <= call.at));
      if (before) calls.set(before.key, (calls.get(before.key) ?? new Set()).add(printed.get(call.n) ?? `${call.n}`));
    }
  });
  const keys = new Set(words.map(({ key }) => key));
  return { passages, words, keys, calls, row: ` ${words.map(({ key }) => key).join(" ")} ` };
}

// A part of a quotation without what a copy of this letter brings along: hyphens of line ends, and numbers of notes.
function asIn({ calls, keys }, part, speech) {
  const whole = part.replace(BROKEN, (broken, one, other) => (keys.has(speech.key(one + other)) ? one + other : broken));
  return withoutCalls(whole, calls, speech);
}

function withoutCalls(part, calls, speech) {
  let before = "";
  const dropped = [];
  for (const word of speech.words(part)) {
    if (calls.get(before)?.has(word.key)) {
      dropped.push([word.start, word.end]);
      continue;
    }
    const size = headOf(word.key, calls);
    if (size < word.key.length) dropped.push([word.end - (word.key.length - size), word.end]);
    before = word.key.slice(0, size);
  }
  return dropped.reverse().reduce((text, [start, end]) => text.slice(0, start).trimEnd() + text.slice(end), part);
}

function headOf(key, calls) {
  for (let size = 1; size < key.length; size++) {
    const numbers = calls.get(key.slice(0, size));
    const tail = key.slice(size);
    if (numbers && /^(?:[.,]?\d{1,3})+$/.test(tail) && tail.match(/\d+/g).every((number) => numbers.has(number))) return size;
  }
  return key.length;
}

// ---- where it stands -------------------------------------------------------------------------------------

const letters = (words) => words.reduce((sum, word) => sum + word.length, 0);

function* places(part, row, after) {
  const wanted = ` ${part.join(" ")} `;
  let at = 0;
  for (let n = 0; n < after; n++) at = row.indexOf(" ", at + 1);
  let before = after;
  for (let found = row.indexOf(wanted, at); found >= 0; found = row.indexOf(wanted, at)) {
    before += [...row.slice(at, found)].filter((sign) => sign === " ").length;
    yield { start: before, end: before + part.length, shared: letters(part) };
    at = row.indexOf(" ", found + 1);
    before += 1;
  }
}

function exact([first, ...others], row) {
  const found = [];
  for (const place of places(first, row, 0)) {
    const chain = [place];
    for (const part of others) {
      const following = places(part, row, chain.at(-1).end).next().value;
      if (!following) return found;
      chain.push(following);
    }
    found.push(chain);
  }
  return found;
}

function near(parts, letter) {
  let after = 0;
  return parts.map((part) => {
    const place = nearest(part, letter, after);
    after = place?.end ?? after;
    return place;
  });
}

function nearest(part, { words, row }, after) {
  if (part.length < LEAST_NEAR) return places(part, row, after).next().value;
  const room = Math.floor(part.length / SLACK) + 1;
  const keys = words.map(({ key }) => key);
  const begin = likeliest(part, keys, after, room);
  if (begin === undefined) return undefined;
  const start = Math.max(after, begin - room);
  const end = Math.max(start, Math.min(keys.length, begin + part.length + 2 * room));
  const pairs = longest(part, keys.slice(start, end)).map(([i, j]) => [i, start + j]);
  return placeOf(part, withoutStrays(close(pairs, part, keys)), words, after);
}

function likeliest(part, keys, after, room) {
  const found = new Map();
  const pair = (words, at) => `${words[at]} ${words[at + 1]}`;
  part.slice(1).forEach((_, i) => found.set(pair(part, i), [...(found.get(pair(part, i)) ?? []), i]));
  const begins = new Map();
  for (let j = after; j + 1 < keys.length; j++)
    for (const i of found.get(pair(keys, j)) ?? []) begins.set(j - i, (begins.get(j - i) ?? 0) + 1);
  let best;
  let most = 0;
  for (const begin of [...begins.keys()].sort((one, other) => one - other)) {
    let count = 0;
    for (let step = 0; step <= room; step++) count += begins.get(begin + step) ?? 0;
    if (count > most) [best, most] = [begin, count];
  }
  return best;
}

// The places of words that both have, rising in either, the most there can be.
function longest(a, b) {
  const lengths = [new Uint16Array(b.length + 1)];
  for (const word of a) {
    const above = lengths.at(-1);
    const own = new Uint16Array(b.length + 1);
    b.forEach((other, j) => { own[j + 1] = word === other ? above[j] + 1 : Math.max(above[j + 1], own[j]); });
    lengths.push(own);
  }
  const pairs = [];
  for (let i = a.length - 1, j = b.length - 1; i >= 0 && j >= 0;) {
    if (a[i] === b[j]) pairs.push([i--, j--]);
    else if (lengths[i + 1][j + 1] === lengths[i + 1][j]) j--;
    else i--;
  }
  return pairs.reverse();
}

// The same pairs, each as near as it can be to the one before it, or to the one behind it: whichever makes the shorter stretch.
function close(pairs, part, keys) {
  const onward = [];
  for (const [i, j] of pairs) onward.push([i, onward.length ? keys.indexOf(part[i], onward.at(-1)[1] + 1) : j]);
  const back = [];
  for (const [i, j] of pairs.toReversed()) back.unshift([i, back.length ? keys.lastIndexOf(part[i], back[0][1] - 1) : j]);
  const length = (made) => (made.length ? made.at(-1)[1] - made[0][1] : 0);
  return length(back) < length(onward) ? back : onward;
}

function withoutStrays(pairs) {
  const astray = (one, other) => other[1] - one[1] - (other[0] - one[0]) >= FAR;
  const kept = [...pairs];
  while (kept.length > 1 && astray(kept[0], kept[1])) kept.shift();
  while (kept.length > 1 && astray(kept.at(-2), kept.at(-1))) kept.pop();
  return kept;
}

function placeOf(part, pairs, words, after) {
  if (!pairs.length) return undefined;
  const [i, j] = pairs[0];
  const [lastI, lastJ] = pairs.at(-1);
  let start = Math.max(after, j - i);
  while (words[start].passage !== words[j].passage) start++;
  let last = Math.min(words.length - 1, lastJ + part.length - 1 - lastI);
  while (words[last].passage !== words[lastJ].passage) last--;
  const shared = letters(pairs.map(([at]) => part[at]));
  return pairs.length >= DENSE * (last + 1 - start) ? { start, end: last + 1, shared } : undefined;
}

// ---- the answer -------------------------------------------------------------------------------------------

// What letters (their open data) say of a quotation: `status`, and the places, the oldest first.
export function answer(data, quoted, speech) {
  const day = ({ facts }) => facts.date?.value ?? "9999";
  const ordered = [...data].sort((one, other) => (day(one) + one.id < day(other) + other.id ? -1 : 1));
  const candidates = ordered.flatMap((letter) => candidatesIn(letter, quoted, speech));
  const best = Math.max(0, ...candidates.map(({ alike }) => alike));
  if (best < ALIKE) return { status: "niet gevonden in deze brieven", places: [] };
  const least = best === 1 ? 1 : Math.max(ALIKE, best - CLOSE);
  return {
    status: best === 1 ? "staat er woordelijk zo" : "staat er gewijzigd",
    places: candidates.filter(({ alike }) => alike >= least).map((one) => placed(one, quoted, speech)),
  };
}

function candidatesIn(letter, quoted, speech) {
  const own = rowOf(letter, speech);
  const plain = quoted.parts.map((part) => asIn(own, part, speech));
  const readings = plain.join("\n") === quoted.parts.join("\n") ? [plain] : [quoted.parts, plain];
  const keysOf = (parts) => parts.map((part) => speech.words(part).map(({ key }) => key));
  const apart = [];
  let likeliestOne;
  const consider = (parts, keys, found, isApart) => {
    const shared = found.reduce((sum, place) => sum + (place?.shared ?? 0), 0);
    const alike = shared < LEAST_SHARED ? 0 : Math.min(shared / letters(keys.flat()), ALMOST);
    if (!likeliestOne || alike > likeliestOne.alike) likeliestOne = { letter, own, parts, found, alike, apart: isApart };
  };
  for (const parts of readings) {
    const keys = keysOf(parts);
    let whole = exact(keys, own.row);
    if (!whole.length) whole = pastHeadings(keys, own);
    if (whole.length) return whole.map((found) => ({ letter, own, parts, found, alike: 1 }));
    consider(parts, keys, near(keys, own), false);
    apart.push(parts.flatMap((part) => sentencesIn(part, speech)));
  }
  for (const sentences of apart) {
    const keys = keysOf(sentences);
    const found = scattered(keys, own);
    if (found.length) consider(sentences, keys, found, true);
  }
  return [likeliestOne];
}

// The sentences of a part of a quotation.
function sentencesIn(part, speech) {
  const made = [];
  let start = 0;
  for (const found of part.matchAll(SENTENCE_END)) {
    const end = found.index + found[0].length;
    if (!/^\p{Lu}/u.test(part.slice(end)) || speech.words(part.slice(start, end)).length < LEAST_SENTENCE) continue;
    made.push(part.slice(start, end));
    start = end;
  }
  return [...made, part.slice(start)];
}

// Where each sentence stands, if not one behind another: each near the longest of them.
function scattered(sentences, letter) {
  const nearly = (sentence) => near([sentence], letter).filter((place) => place && place.shared >= ALIKE * letters(sentence));
  const whole = sentences.map((sentence) => {
    const found = exact([sentence], letter.row).map(([place]) => place);
    return found.length ? found : nearly(sentence);
  });
  const sizes = sentences.map((sentence, n) => (whole[n].length ? letters(sentence) : 0));
  const middle = whole[sizes.indexOf(Math.max(...sizes))][0]?.start;
  if (middle === undefined) return [];
  const far = (place) => Math.abs(place.start - middle);
  const found = whole.map((places) => places.reduce((one, other) => (one && far(one) <= far(other) ? one : other), undefined));
  const there = found.filter(Boolean);
  const behind = (one, other) => other.start >= one.end && other.start - one.end < FAR;
  return there.some((place, n) => n && !behind(there[n - 1], place)) ? found : [];
}

// The places of parts in the text alone: who quotes two paragraphs need not quote the heading between them.
function pastHeadings(keys, { words, passages }) {
  const at = [...words.keys()].filter((n) => passages[words[n].passage].kind !== "heading");
  const found = exact(keys, ` ${at.map((n) => words[n].key).join(" ")} `);
  return found.map((chain) => chain.map(({ start, end, shared }) => ({ start: at[start], end: at[end - 1] + 1, shared })));
}

function placed({ letter, own, parts, found, apart = false }, quoted, speech) {
  const there = parts.map((part, n) => [part, found[n]]).filter(([, place]) => place);
  const at = (word) => own.words[word].passage;
  const passages = new Set();
  for (const [, { start, end }] of there) for (let n = at(start); n <= at(end - 1); n++) passages.add(n);
  const anchors = [...passages].sort((one, other) => one - other).map((n) => own.passages[n].anchor ?? `fn:${own.passages[n].n}`);
  const compared = there.map(([part, place]) => compare(text(own, place), trimmed(part, speech), speech));
  return {
    letter,
    anchors,
    pieces: compared,
    stands: compared.map((pieces) => pieces.map(({ before }) => before).join("")),
    changes: compared.flatMap((pieces) => pieces.filter(({ kind }) => kind)),
    doubts: letter.doubts.filter((doubt) => anchors.includes(doubt.anchor) && !doubt.settled),
    asTold: asTold(letter, anchors, quoted),
    apart,
  };
}

function text({ passages, words }, { start, end }) {
  const [first, last] = [words[start], words[end - 1]];
  const texts = [];
  for (let n = first.passage; n <= last.passage; n++) {
    const whole = passages[n].text;
    const own = whole.slice(n === first.passage ? first.start : 0, n === last.passage ? last.end : whole.length);
    texts.push(onOneLine(own));
  }
  return texts.join(" ");
}

function trimmed(part, speech) {
  const words = speech.words(part);
  return part.slice(words[0].start, words.at(-1).end);
}

// Both texts in pieces: {before, after}, with a kind where they differ.
function compare(stands, part, speech) {
  const [a, b] = [speech.tokens(stands), speech.tokens(part)];
  const pairs = slid(longest(a.map(({ key }) => key), b.map(({ key }) => key)), a, b);
  const pieces = [];
  let [i, j, from, upTo] = [0, 0, 0, 0];
  const add = (endA, endB, differs) => {
    const piece = { before: stands.slice(from, endA), after: part.slice(upTo, endB), differs };
    [from, upTo] = [endA, endB];
    if (piece.before || piece.after) pieces.push(piece);
  };
  for (const [x, y] of [...pairs, [a.length, b.length]]) {
    if (x > i || y > j) add(a[x]?.start ?? stands.length, b[y]?.start ?? part.length, true);
    if (x < a.length) add(a[x].end, b[y].end, false);
    [i, j] = [x + 1, y + 1];
    // The space before the next word belongs to what stayed.
    const [spaceA, spaceB] = [a[i]?.start ?? from, b[j]?.start ?? upTo];
    if (x < a.length && spaceA > from && spaceB > upTo) add(spaceA, spaceB, false);
  }
  return withoutIslands(joined(pieces, speech), speech).map((piece) => ({ ...piece, kind: piece.differs ? kindOf(piece, speech) : "" }));
}

// What was only put in or only left out, at the best of the places where it could equally well stand: behind a stop.
function slid(pairs, a, b) {
  const made = [...pairs];
  for (let n = 1; n < made.length; n++) {
    const [i, j] = [made[n][0] - made[n - 1][0] - 1, made[n][1] - made[n - 1][1] - 1];
    if ((i > 0) === (j > 0)) continue;
    const [own, side, size] = i ? [a, 0, i] : [b, 1, j];
    for (let at = n - 1; at > 0 && own[made[at][side]].key === own[made[at][side] + size].key; at--) {
      if (at < n - 1 && /^[.?!…;:,]$/.test(own[made[at][side]].key)) break;
      made[at] = made[at].map((place, on) => place + (on === side ? size : 0));
    }
  }
  return made;
}

// Changes between which stays no word are one; so are stretches that stay.
function joined(pieces, speech) {
  const made = [];
  for (const piece of pieces) {
    const [last, before] = [made.at(-1), made.at(-2)];
    const lone = last && !last.differs && before?.differs && piece.differs && !speech.words(last.before).length;
    if (lone) made.splice(-2, 2, both(both(before, last), piece));
    else if (last && last.differs === piece.differs) made.splice(-1, 1, both(last, piece));
    else made.push(piece);
  }
  return made;
}

// A word or two that stayed between two longer rewordings is a part of these.
function withoutIslands(pieces, speech) {
  const size = ({ before, after }) => Math.max(...[before, after].map((side) => speech.words(side).length));
  const isIsland = ({ before }) => speech.tokens(before).length <= ISLAND && speech.tokens(before).every(({ key }) => speech.isWord(key));
  const ofAClause = ({ before, after }) => before && after && !/[.?!…;:]/.test(before + after);
  const around = (one, other) => {
    const [least, most] = [one, other].sort((a, b) => size(a) - size(b));
    return size(least) > ISLAND || (size(most) >= CLAUSE && ofAClause(size(one) >= size(other) ? one : other));
  };
  const made = [];
  for (const piece of pieces) {
    const [start, island] = made.slice(-2);
    if (piece.differs && start?.differs && isIsland(island) && around(start, piece)) made.splice(-2, 2, both(both(start, island), piece));
    else made.push(piece);
  }
  return made;
}

function both(one, other) {
  return { before: one.before + other.before, after: one.after + other.after, differs: one.differs || other.differs };
}

function kindOf({ before, after }, speech) {
  const [one, other] = [before, after].map((side) => speech.words(side).map(({ key }) => key));
  if (one.join(" ") === other.join(" ")) return "leesteken";
  return !one.length ? "toegevoegd" : !other.length ? "vervallen" : "woord";
}

function asTold(letter, anchors, quoted) {
  if (quoted.letter) return letter.id === quoted.letter && (!quoted.anchor || anchors.includes(quoted.anchor));
  return names(quoted, letter.kamerstuk) || null;
}
