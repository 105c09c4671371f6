// Small things that scripts make: elements, words for numbers of things, days as readers write them.

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function counted(count, one, several) {
  return `${count} ${count === 1 ? one : several}`;
}

export function dutch(day) {
  return new Date(`${day}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}
