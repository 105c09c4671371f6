// Where a page that was found holds what was asked: its passages, and in them the words to mark.
// In the index a passage is an anchor, and the anchor after it, `x:…`, holds the keys of the passage's words.

const HIDDEN = "x:";
const WORD = 3;
const FORM = 2;
const PART = 1;

// The passages that hold something of it, the fullest first; else the one that the page begins with.
export function passages(page, question, forms) {
  const all = [...split(page)];
  const found = all
    .map((passage) => ({ ...passage, ...marked(passage.text, passage.held, question, forms) }))
    .filter((passage) => passage.score)
    .sort((one, other) => other.score - one.score);
  return found.length ? found : all.slice(0, 1).map((passage) => ({ ...passage, places: new Map() }));
}

function* split({ content, anchors }) {
  const words = content.split(/\s+/);
  const inOrder = anchors.toSorted((one, other) => one.location - other.location);
  const until = (at) => inOrder[at]?.location ?? words.length;
  for (const [at, { id, location }] of inOrder.entries()) {
    if (!id || id.startsWith(HIDDEN)) continue;
    const held = words.slice(until(at + 1), until(at + 2)).map((word) => word.replace(/\.$/, ""));
    yield { id, text: words.slice(location, until(at + 1)), held: new Set(held) };
  }
}

// Which words of a text to mark, and how much of the question it holds. Without `held` only whole words count.
export function marked(text, held, question, forms) {
  const places = new Map();
  let score = 0;
  const tokens = text.map((word) => forms.words(word));
  const note = (found) => {
    score += found.length && 1000;
    for (const [at, grade] of found) {
      places.set(at, Math.max(grade, places.get(at) ?? 0));
      score += grade;
    }
  };
  for (const { word, start } of question.terms) note(start ? begun(tokens, word) : spoken(tokens, word, held, forms));
  for (const phrase of question.phrases) note(inARow(tokens, forms.words(phrase)));
  for (const paper of question.papers) note(named(text, paper, forms));
  return { places, score };
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
