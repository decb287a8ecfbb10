// My way: who somebody is, what they want to be, and what they wish of the way.

import { assessment } from "./assessment.js";
import { button, el, foldAll, foldable } from "./elements.js";
import { memory } from "./keep.js";
import { picker, severalPicker } from "./pickers.js";
import { say } from "./words.js";

// onchange is told the question as it is now wished, as state or as address; planner is a promise of one, or of null.
export function form(ladder, state, onchange, planner) {
  const change = (changes) => onchange({ ...state, ...changes });
  const roles = ladder.roleEntries;
  const activities = ladder.activityEntries;
  const one = (key, label) =>
    picker({
      key,
      label: say(label),
      entries: roles,
      value: state[key],
      placeholder: say("typeARole"),
      onpick: (id) => change({ [key]: id ?? undefined }),
    });
  const several = (key, entries) =>
    entries.length
      ? severalPicker({
          key,
          label: say(key),
          entries,
          values: state[key],
          onchange: (ids) => change({ [key]: ids }),
        })
      : null;
  const count = (key, most, unit) =>
    numberField(key, state[key], { most, unit }, (value) => change({ [key]: value }));
  const skillsSaid = Object.keys(state.skills).length;
  return el(
    "form",
    { class: "way", "aria-label": say("myWay"), onsubmit: (event) => event.preventDefault() },
    sentence(planner, onchange),
    el("div", { class: "ends" }, one("from", "iAm"), one("to", "iWantToBe"), count("months", ladder.mostMonths)),
    foldable(
      "hold",
      skillsSaid ? say("whatIHoldSaid", { n: skillsSaid }) : say("whatIHold"),
      () => [
        assessment(ladder, state.skills, (skill, level) => {
          const skills = { ...state.skills };
          if (level === undefined) delete skills[skill];
          else skills[skill] = level;
          change({ skills });
        }),
        several("done", activities),
      ],
    ),
    foldable("wishes", say("wishes"), () => [
      several("via", roles),
      several("avoid", roles),
      several("without", activities),
      el(
        "div",
        { class: "ends" },
        count("budget", 999999999, ladder.currency),
        count("within", ladder.mostMonths),
        aim(state, change),
      ),
    ]),
    el(
      "p",
      { class: "actions" },
      state.from && state.to ? button(say("reachInstead"), () => change({ to: undefined })) : null,
      state.from || state.to ? button(say("copyLink"), copied) : null,
      button(say("remember"), () => told(memory.keep(state) ? "remembered" : "cannotRemember")),
      button(say("forget"), forgotten),
    ),
    el("p", { role: "status", class: "soft told" }),
  );

  function told(key) {
    document.querySelector("form.way .told").textContent = say(key);
  }

  async function copied() {
    try {
      await navigator.clipboard.writeText(location.href);
      told("copied");
    } catch {
      told("copyByHand");
    }
  }

  function forgotten() {
    memory.forget();
    foldAll();
    onchange(null);
    told("forgotten");
  }
}

// The whole question in words, which the planner hears as the terminal does.
function sentence(planner, onchange) {
  const told = el("p", { role: "status", class: "soft" });
  const input = el("input", {
    id: "sentence",
    type: "text",
    maxlength: "1000",
    placeholder: say("sentenceExample"),
  });
  const hear = async () => {
    if (!input.value.trim()) return;
    const heard = await (await planner)?.hear(input.value);
    if (!heard || heard.error) told.textContent = heard?.error ?? say("needsPlanner");
    else onchange(heard.address, heard.remarks);
  };
  input.addEventListener("keydown", (event) => event.key === "Enter" && hear());
  const line = el(
    "div",
    { class: "sentence", hidden: true },
    el("label", { for: "sentence" }, say("inWords")),
    el("div", {}, input, button(say("askIt"), hear)),
    told,
  );
  planner.then((found) => (line.hidden = !found));
  return line;
}

function numberField(key, value, { most, unit }, onchange) {
  const input = el("input", {
    id: `field-${key}`,
    type: "number",
    min: "0",
    max: String(most),
    step: key === "budget" ? "0.01" : "1",
    value: value === undefined ? "" : String(value),
    onchange: () =>
      input.reportValidity() && onchange(input.value === "" ? undefined : Number(input.value)),
  });
  const label = unit ? `${say(key)} (${unit})` : say(key);
  return el("div", {}, el("label", { for: `field-${key}` }, label), input);
}

function aim(state, change) {
  const options = ["months", "moves", "cost"].map((by) =>
    el("option", { value: by, selected: (state.by ?? "months") === by }, say(`by.${by}`)),
  );
  const select = el(
    "select",
    {
      id: "field-by",
      onchange: () => change({ by: select.value === "months" ? undefined : select.value }),
    },
    options,
  );
  return el("div", {}, el("label", { for: "field-by" }, say("by")), select);
}
