// The answer "yes": the way as a list and over time, other ways beside it, and what to do now.

import { button, el, outward } from "./elements.js";
import { gate } from "./gates.js";
import { keepBar } from "./keep.js";
import { between, kindName, levelName, money, months, monthsWithRange } from "./ladder.js";
import { roleLink } from "./role.js";
import { during, timeline } from "./timeline.js";
import { say } from "./words.js";

function totals(ladder, path) {
  return [say("moves", { n: path.moves }), path.cost ? money(ladder, path.cost) : null].filter(Boolean);
}

// The way itself; its total stands in an element with data-answer.
export function wayView(ladder, path, state, planner) {
  const ranges = path.range && path.range[0] < path.range[1];
  const long = state.months === undefined && !Object.keys(state.skills).length;
  return [
    timeline(ladder, path),
    el(
      "ol",
      { class: "steps" },
      path.stays.map((stay) => stayItem(ladder, path, stay)),
    ),
    el(
      "p",
      { class: "soft" },
      long ? say("reckonedForLong", { role: ladder.roleOf[state.from].name }) : null,
      long && ranges ? " " : null,
      ranges ? say("rangeMeans") : null,
    ),
    keepBar(ladder, path, state, planner),
  ];
}

// What the way comes to, which stays in sight while one says more.
export function totalOf(ladder, path) {
  const ranges = path.range && path.range[0] < path.range[1];
  const range = ranges ? say("range", { low: path.range[0], high: path.range[1] }) : null;
  const facts = [range, ...totals(ladder, path)].filter(Boolean);
  const last = facts.length - 1;
  return [
    el("strong", { "data-answer": "" }, months(path.months)),
    el(
      "span",
      {},
      facts.map((fact, place) => [place ? " " : "", whole(place < last ? `${fact} ·` : fact)]),
      path.optimal ? null : ` · ${say("notProven", { months: months(path.bound ?? 0) })}`,
    ),
  ];
}

// Text that stays on one line.
function whole(text) {
  return el("span", { class: "whole" }, text);
}

function stayItem(ladder, path, stay) {
  const learnt = path.learning.filter(
    ({ periods }) => periods[0][0] >= stay.start && periods[0][0] < stay.end,
  );
  const items = learnt.map((one) => {
    const activity = ladder.activityOf[one.activity];
    const gives = Object.entries(one.develops).map(
      ([skill, level]) => `${ladder.skillOf[skill].name}: ${levelName(ladder, level)}`,
    );
    const cost = one.cost ? money(ladder, one.cost) : null;
    return el(
      "li",
      {},
      outward(activity.url, activity.name) ?? activity.name,
      " – ",
      one.periods.map((period, place) => [place ? ", " : "", whole(during(period))]),
      cost ? [", ", whole(cost)] : null,
      el("span", { class: "meaning" }, gives.join(" · ")),
    );
  });
  const { move } = stay;
  return el(
    "li",
    {},
    el("h3", {}, roleLink(ladder, stay.role)),
    stay.end > stay.start
      ? el("p", { class: "soft" }, during([stay.start, stay.end]))
      : null,
    items.length ? el("div", {}, el("p", {}, say("learn")), el("ul", {}, items)) : null,
    move
      ? el(
          "div",
          { class: "move" },
          el(
            "p",
            {},
            stay.end ? say("afterMonth", { month: stay.end }) : say("nowMove"),
            " ",
            roleLink(ladder, move.to),
            ` (${kindName(move.kind)})`,
          ),
          gate(ladder, move.requires, path.start.skills),
        )
      : null,
  );
}

// Ways side by side; the one that is chosen is shown.
export function waysTable(ladder, answer, chosen, onchoose) {
  const cards = answer.paths.map((path, place) =>
    el(
      "li",
      {},
      button(
        [
          el("strong", {}, monthsWithRange(path.months, path.range)),
          el("span", { class: "soft" }, totals(ladder, path).join(", ")),
          el("span", {}, path.stays.map((stay) => ladder.roleOf[stay.role].name).join(" → ")),
        ],
        () => onchoose(place),
        { class: "card", "aria-pressed": String(place === chosen) },
      ),
    ),
  );
  return el(
    "section",
    { class: "ways" },
    el("h3", {}, say("sideBySide")),
    cards.length < 2 ? el("p", {}, say("noOtherWay")) : el("ol", { class: "cards" }, cards),
  );
}

export function nextView(ladder, answer) {
  const now = answer.this_month;
  const name = (id) => ladder.activityOf[id].name;
  const begin = now.activities.map((id) => el("li", {}, name(id)));
  if (now.idle) begin.push(el("li", {}, say("nothingNeeded")));
  const waits = answer.slack.filter((one) => one.months > 0);
  const levers = answer.levers.map((one) => {
    const what = one.activity
      ? name(one.activity)
      : say("why.level", { skill: ladder.skillOf[one.skill].name, level: levelName(ladder, one.level) });
    return el("li", {}, say("saves", { what, months: months(one.months) }));
  });
  return el(
    "section",
    { class: "next" },
    el("h3", {}, say("thisMonth")),
    begin.length > 1 ? el("p", {}, say("beginOneOf")) : null,
    begin.length ? el("ul", {}, begin) : el("p", {}, say("nothingOpen")),
    waits.length
      ? [
          el("h4", {}, say("mayWait")),
          el(
            "ul",
            {},
            waits.map((one) => el("li", {}, `${name(one.activity)}: ${months(one.months)}`)),
          ),
        ]
      : null,
    levers.length ? [el("h4", {}, say("wouldHelp")), el("ul", {}, levers)] : null,
    answer.unsettled ? el("p", { class: "soft" }, say("unsettled", { n: answer.unsettled })) : null,
  );
}
