// Small things that the search page makes: elements, and words for numbers of things.

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function counted(count, one, several) {
  return `${count} ${count === 1 ? one : several}`;
}
