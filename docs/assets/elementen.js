// Small things that scripts make: elements, words for numbers of things, days as readers write them.

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function counted(count, one, several) {
  return `${count} ${count === 1 ? one : several}`;
}

let days; // made when first asked for, and once: it takes a phone a while

export function dutch(day) {
  days ??= new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  return days.format(new Date(`${day}T12:00:00`));
}
