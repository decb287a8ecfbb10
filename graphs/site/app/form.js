// My way: who somebody is, what they want to be, and what they wish of the way.

import { assessment } from "./assessment.js";
import { button, el, foldAll, foldable } from "./elements.js";
import { memory } from "./keep.js";
import { exampleOf } from "./ladder.js";
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
      placeholder: say("chooseARole"),
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
  const asked = state.from || state.to;
  return el(
    "form",
    { class: "way", "aria-label": say("myWay"), onsubmit: (event) => event.preventDefault() },
    el("div", { class: "ends" }, one("from", "iAm"), one("to", "iWantToBe"), count("months", ladder.mostMonths)),
    asked ? null : sentence(ladder, planner, onchange),
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
    foldable("wishes", wishesTitle(state), () => [
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
    asked
      ? foldable("sentence", say("inWords"), () => sentence(ladder, planner, onchange))
      : null,
  );
}

function wishesTitle({ via, avoid, without, budget, within, by }) {
  const single = [budget, within, by].filter((one) => one !== undefined);
  const n = via.length + avoid.length + without.length + single.length;
  return n ? say("wishesSaid", { n }) : say("wishes");
}

// What can be done with a question: shared, remembered, begun anew.
export function questionBar(state, onchange) {
  const note = el("p", { role: "status", class: "soft told" });
  const tell = (key) => (note.textContent = say(key));
  const link = el("input", { type: "text", readonly: true, "aria-label": say("copyLink"), hidden: true });
  const copied = async () => {
    const done = location.protocol === "file:" ? "copiedFile" : "copied";
    try {
      await navigator.clipboard.writeText(location.href);
      tell(done);
    } catch {
      // Elsewhere than on a secure server browsers copy only what is selected, or leave it to the reader.
      link.value = location.href;
      link.hidden = false;
      link.select();
      tell(document.execCommand("copy") ? done : "copyByHand");
    }
  };
  const forgotten = () => {
    memory.forget();
    foldAll();
    onchange(null);
    const there = document.querySelector(".told");
    if (there) there.textContent = say("forgotten");
  };
  const asked = state.from || state.to;
  const buttons = [
    asked ? button(say("copyLink"), copied) : null,
    asked ? button(say("remember"), () => tell(memory.keep(state) ? "remembered" : "cannotRemember")) : null,
    asked || memory.get() ? button(say("forget"), forgotten) : null,
  ];
  return el("div", { class: "question" }, el("p", { class: "actions" }, buttons), link, note);
}

// The whole question in words, which the planner hears as the terminal does.
function sentence(ladder, planner, onchange) {
  const told = el("p", { role: "status", class: "soft" });
  const [from, to] = exampleOf(ladder).map((id) => ladder.roleOf[id]?.name);
  const input = el("input", {
    id: "sentence",
    type: "text",
    maxlength: "1000",
    enterkeyhint: "go",
    placeholder: to ? say("sentenceExample", { from, to }) : null,
  });
  // On a phone it stands below what is seen.
  const tell = (text) => {
    told.textContent = text;
    told.scrollIntoView({ block: "nearest" });
  };
  const hear = async () => {
    if (!input.value.trim()) return null;
    // The link of a question that somebody sent.
    const [sent] = /#\S+=\S+/.exec(input.value) ?? [];
    if (sent) return onchange(sent);
    tell(say("thinking"));
    const heard = await (await planner)?.hear(input.value);
    if (!heard || heard.error) tell(heard?.error ?? say("needsPlanner"));
    else onchange(heard.address, heard.remarks);
    return null;
  };
  input.addEventListener("keydown", (event) => event.key === "Enter" && hear());
  const line = el(
    "div",
    { class: "sentence", hidden: !ladder.planned },
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
    inputmode: key === "budget" ? "decimal" : "numeric",
    min: "0",
    max: String(most),
    step: key === "budget" ? "0.01" : "1",
    placeholder: key === "months" ? say("forLong") : null,
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
