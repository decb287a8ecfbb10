// Fields in which one types words and picks what is meant, by mouse, finger or keyboard.

import { button, el } from "./elements.js";
import { fold, search } from "./search.js";
import { say } from "./words.js";

// A field for one of the entries; onpick is told its id, or null where it was emptied.
export function picker({ key, label, entries, value, onpick, placeholder }) {
  const id = `picker-${key}`;
  let found = [];
  let active = -1;
  const list = el("ul", {
    id: `${id}-list`,
    role: "listbox",
    class: "choices",
    hidden: true,
    "aria-label": label,
  });
  const note = el("p", { role: "status", class: "wrong", hidden: true });
  const nameOf = (chosen) => entries.find((one) => one.id === chosen)?.name ?? "";
  const input = el("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "done",
    placeholder,
    value: nameOf(value),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
    oninput: () => (input.value.trim() ? show(search(entries, input.value), 0) : showAll()),
    onclick: () => list.hidden && (input.select(), showAll()),
    onkeydown: keyed,
    onchange: changed,
    onblur: () => setTimeout(close, 150),
  });

  // Whoever does not know what there is finds it here.
  function showAll() {
    show(
      entries,
      entries.findIndex((one) => one.id === value),
    );
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function show(entriesFound, place) {
    found = entriesFound;
    active = found.length ? place : -1;
    note.hidden = true;
    list.replaceChildren(
      ...found.map((one, place) =>
        el(
          "li",
          {
            id: `${id}-${place}`,
            role: "option",
            // The field keeps the focus, and so stays where it is while one chooses.
            onmousedown: (event) => event.preventDefault(),
            onclick: () => pick(place),
          },
          one.name,
          one.aliases.length ? el("small", {}, one.aliases.join(", ")) : null,
        ),
      ),
    );
    if (!found.length && input.value.trim())
      list.append(el("li", { role: "option", "aria-disabled": "true" }, say("nothingFound")));
    list.hidden = !list.childNodes.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function mark() {
    [...list.children].forEach((one, place) =>
      one.setAttribute("aria-selected", String(place === active)),
    );
    if (active >= 0) input.setAttribute("aria-activedescendant", `${id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function pick(place) {
    close();
    if (!found[place]) return;
    input.value = found[place].name;
    // On a phone, what one types with would cover the answer.
    if (matchMedia("(pointer: coarse)").matches) input.blur();
    onpick(found[place].id);
  }

  // Left without a choice: only what is called exactly that is taken, and anything else is told.
  function changed() {
    const typed = fold(input.value);
    if (!typed) return onpick(null);
    const exact = entries.filter((one) => one.folded.includes(typed));
    if (exact.length === 1) return exact[0].id === value || onpick(exact[0].id);
    note.textContent = say("chooseOne");
    return (note.hidden = false);
  }

  function keyed(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      pick(active);
    } else if (event.key === "Tab" && !list.hidden) pick(active);
    else if (event.key in steps) {
      event.preventDefault();
      const isTyped = input.value.trim() && input.value !== nameOf(value);
      if (!list.hidden) active = (active + steps[event.key] + found.length) % (found.length || 1);
      else if (isTyped) show(search(entries, input.value), 0);
      else showAll();
      active = found.length ? Math.max(active, 0) : -1;
      mark();
      list.children[active]?.scrollIntoView({ block: "nearest" });
    }
  }

  return el("div", { class: "picker" }, el("label", { for: id }, label), input, list, note);
}

// Several of the entries, each to be taken away again.
export function severalPicker({ key, label, entries, values, onchange }) {
  const chips = el("ul", { class: "chips" });
  const names = Object.fromEntries(entries.map((one) => [one.id, one.name]));
  const field = picker({
    key,
    label,
    entries,
    placeholder: say("addOne"),
    onpick: (id) => {
      if (id && !values.includes(id)) onchange([...values, id]);
    },
  });
  for (const id of values) {
    const without = values.filter((one) => one !== id);
    const away = button("×", () => onchange(without), {
      "aria-label": say("remove", { name: names[id] }),
    });
    chips.append(el("li", {}, names[id], away));
  }
  return el("div", {}, values.length ? chips : null, field);
}
