// Elements, made without markup: texts become text, whatever is in them.

const SVG = "http://www.w3.org/2000/svg";

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(9).filter((child) => child !== null && child !== undefined));
  return made;
}

export function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

// A drawing of a tree: [name, attributes, ...trees and texts]. Only what drawings are made of.
const SHAPES = new Set(
  "svg g a title desc path polygon polyline ellipse text tspan rect line circle".split(" "),
);

export function drawing([name, attributes, ...children]) {
  if (!SHAPES.has(name)) return "";
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on") || (key === "href" && !value.startsWith("#"))) continue;
    made.setAttribute(key, value);
  }
  made.append(...children.map((child) => (Array.isArray(child) ? drawing(child) : child)));
  return made;
}

export function svg(name, attributes, ...children) {
  return drawing([name, attributes, ...children]);
}

export function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, text);
}

// A link to a page elsewhere; an address that could run something stays text.
export function outward(address, text) {
  return /^https?:\/\//i.test(address ?? "")
    ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text)
    : null;
}

const unfoldedNow = new Set(); // what is unfolded stays so while the question changes

// A part that is folded at first; it is filled when it is first unfolded.
export function foldable(key, title, fill) {
  const made = el(
    "details",
    { open: unfoldedNow.has(key), ontoggle: toggled },
    el("summary", { onclick: () => note(!made.open) }, title),
  );
  // At once, as what is told of it comes later, and the question may be drawn anew before that.
  function note(unfolded) {
    unfoldedNow[unfolded ? "add" : "delete"](key);
  }
  function toggled() {
    note(made.open);
    if (made.open && made.childElementCount === 1) made.append(...[fill()].flat().filter(Boolean));
  }
  if (made.open) toggled();
  return made;
}

export function foldAll() {
  unfoldedNow.clear();
}
