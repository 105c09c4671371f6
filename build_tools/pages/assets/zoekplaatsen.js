// Where a page that was found holds what was asked: its passages, and in them the words to mark.
// In the index a passage is an anchor, and the anchor after it, `x:…`, holds the keys of the passage's words.

const WORD = 3;
const FORM = 2;
const PART = 1;

// The passages that hold something of it; first those that hold most of it, and of these where most stands together; else
// the one that the page begins with.
export function passages(page, question, forms, width) {
  const all = [...split(page, forms)];
  const found = all
    .filter(({ held }) => mayHold(held, question, forms))
    .map((passage) => ({ ...passage, ...marked(passage.text, passage.held, question, forms) }))
    .filter((passage) => passage.terms)
    .map((passage) => ({ ...passage, together: fullest(passage.places, width).terms }))
    .sort((one, other) => other.terms - one.terms || other.together - one.together || other.grades - one.grades);
  return found.length ? found : all.slice(0, 1).map((passage) => ({ ...passage, places: new Map() }));
}

// Whether a passage is worth reading: most hold no key of a word that was asked.
function mayHold(held, { terms, phrases, papers }, forms) {
  return phrases.length || papers.length || terms.some(({ word, start }) => start || held.has(forms.key(word)));
}

// Where the stretch of so many words begins that holds most of what was asked, and of these the surest; else the first.
export function fullest(places, width) {
  let best = { at: 0, terms: 0, grade: 0 };
  for (const at of [...places.keys()].sort((one, other) => one - other)) {
    const inside = [...places].filter(([other]) => other >= at && other < at + width).map(([, found]) => found);
    const terms = new Set(inside.flatMap((found) => [...found.terms])).size;
    const grade = Math.max(...inside.map((found) => found.grade));
    if (terms > best.terms || (terms === best.terms && grade > best.grade)) best = { at, terms, grade };
  }
  return best;
}

function* split({ content, anchors }, forms) {
  const words = content.split(/\s+/);
  const inOrder = anchors.toSorted((one, other) => one.location - other.location);
  const until = (at) => inOrder[at]?.location ?? words.length;
  for (const [at, { id, location }] of inOrder.entries()) {
    if (!id || id.startsWith(forms.hidden)) continue;
    const held = words.slice(until(at + 1), until(at + 2)).map((word) => word.replace(/\.$/, ""));
    yield { id, text: words.slice(location, until(at + 1)), held: new Set(held) };
  }
}

// Which words of a text to mark, for which parts of the question and how surely; how much of it the text holds. Without
// `held` only whole words count.
export function marked(text, held, question, forms) {
  const places = new Map();
  const tokens = text.map((word) => forms.words(word));
  const parts = [
    ...question.terms.map(({ word, start }) => (start ? begun(tokens, word) : spoken(tokens, word, held, forms))),
    ...question.phrases.map((phrase) => inARow(tokens, forms.words(phrase))),
    ...question.papers.map((paper) => named(text, paper, forms)),
  ];
  for (const [part, found] of parts.entries()) {
    for (const [at, grade] of found) {
      const before = places.get(at) ?? { grade: 0, terms: new Set() };
      places.set(at, { grade: Math.max(grade, before.grade), terms: before.terms.add(part) });
    }
  }
  const grades = parts.flat().reduce((sum, [, grade]) => sum + grade, 0);
  return { places, terms: parts.filter((found) => found.length).length, grades };
}

function graded(tokens, grade) {
  return tokens.flatMap((parts, at) => {
    const best = Math.max(0, ...parts.map(grade));
    return best ? [[at, best]] : [];
  });
}

function begun(tokens, word) {
  return graded(tokens, (token) => (token.startsWith(word) ? FORM : 0));
}

function spoken(tokens, word, held, forms) {
  if (held && !held.has(forms.key(word))) return [];
  const stem = forms.stem(word);
  const whole = graded(tokens, (token) => (token === word ? WORD : forms.stem(token) === stem ? FORM : 0));
  if (!held) return whole;
  const inside = forms.spellings(word).map((spelling) => graded(tokens, (token) => (token.includes(spelling) ? PART : 0)));
  return [...(inside.find((found) => found.length) ?? []), ...whole];
}

function inARow(tokens, phrase) {
  const flat = tokens.flatMap((parts, at) => parts.map((token) => [token, at]));
  return flat.flatMap((_, first) =>
    phrase.every((word, next) => flat[first + next]?.[0] === word)
      ? phrase.map((_, next) => [flat[first + next][1], WORD])
      : [],
  );
}

function named(text, paper, forms) {
  const joined = text.join(" ");
  const at = (character) => joined.slice(0, character).split(" ").length - 1;
  return forms
    .papersIn(joined)
    .filter(({ name }) => name === paper || name.replace("kst", "").startsWith(paper))
    .flatMap(({ from, to }) => Array.from({ length: at(to) - at(from) + 1 }, (_, next) => [at(from) + next, WORD]));
}
