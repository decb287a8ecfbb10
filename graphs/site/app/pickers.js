// Fields in which one types words and picks what is meant, by mouse or keyboard.

import { button, el } from "./elements.js";
import { search } from "./search.js";
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
  const nameOf = (chosen) => entries.find((one) => one.id === chosen)?.name ?? "";
  const input = el("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder,
    value: nameOf(value),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
    oninput: () => show(search(entries, input.value)),
    onkeydown: keyed,
    onchange: () => !input.value.trim() && onpick(null),
    onblur: () => setTimeout(close, 150),
  });

  function show(entriesFound) {
    found = entriesFound;
    active = found.length ? 0 : -1;
    list.replaceChildren(
      ...found.map((one, place) =>
        el(
          "li",
          {
            id: `${id}-${place}`,
            role: "option",
            onmousedown: (event) => (event.preventDefault(), pick(place)),
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
    onpick(found[place].id);
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
      if (list.hidden)
        show(input.value.trim() ? search(entries, input.value) : entries.slice(0, 8));
      else active = (active + steps[event.key] + found.length) % (found.length || 1);
      mark();
    }
  }

  return el("div", { class: "picker" }, el("label", { for: id }, label), input, list);
}

// Several of the entries, each to be taken away again.
export function severalPicker({ key, label, entries, values, onchange }) {
  const chips = el("ul", { class: "chips" });
  const names = Object.fromEntries(entries.map((one) => [one.id, one.name]));
  const field = picker({
    key,
    label,
    entries,
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
  return el("div", {}, field, values.length ? chips : null);
}
