// The answer "yes": the way as a list and over time, other ways beside it, and what to do now.

import { button, el } from "./elements.js";
import { gate } from "./gates.js";
import { keepBar } from "./keep.js";
import { between, kindName, levelName, money, months, monthsWithRange } from "./ladder.js";
import { roleLink } from "./role.js";
import { timeline } from "./timeline.js";
import { listed, number, say } from "./words.js";

export function totals(ladder, path) {
  const facts = [say("moves", { n: path.moves })];
  if (path.cost) facts.push(money(ladder, path.cost));
  return facts.join(", ");
}

// The way itself; its total stands in an element with data-answer.
export function wayView(ladder, path, state, planner) {
  return [
    el(
      "p",
      { class: "total" },
      el("strong", { "data-answer": "" }, months(path.months)),
      between(path.range),
      `, ${totals(ladder, path)}`,
    ),
    path.optimal ? null : el("p", {}, say("notProven", { months: months(path.bound ?? 0) })),
    timeline(ladder, path),
    el(
      "ol",
      { class: "steps" },
      path.stays.map((stay) => stayItem(ladder, path, stay)),
    ),
    keepBar(ladder, path, state, planner),
  ];
}

function stayItem(ladder, path, stay) {
  const learnt = path.learning.filter(
    ({ periods }) => periods[0][0] >= stay.start && periods[0][0] < stay.end,
  );
  const items = learnt.map((one) => {
    const activity = ladder.activityOf[one.activity];
    const when = one.periods.map(([start, end]) => say("fromTo", { start, end }));
    const gives = Object.entries(one.develops).map(
      ([skill, level]) => `${ladder.skillOf[skill].name}: ${levelName(ladder, level)}`,
    );
    const cost = one.cost ? `, ${money(ladder, one.cost)}` : "";
    return el(
      "li",
      {},
      `${activity.name} – ${listed(when)}${cost}`,
      el("span", { class: "meaning" }, gives.join(" · ")),
    );
  });
  const { move } = stay;
  return el(
    "li",
    {},
    el("h3", {}, roleLink(ladder, stay.role)),
    stay.end > stay.start
      ? el("p", { class: "soft" }, say("fromTo", { start: stay.start, end: stay.end }))
      : null,
    items.length ? el("div", {}, el("p", {}, say("learn")), el("ul", {}, items)) : null,
    move
      ? el(
          "div",
          { class: "move" },
          el(
            "p",
            {},
            say("afterMonth", { month: stay.end }),
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
  const rows = answer.paths.map((path, place) =>
    el(
      "tr",
      { "aria-current": place === chosen ? "true" : null },
      el(
        "th",
        { scope: "row" },
        path.stays.map((stay) => ladder.roleOf[stay.role].name).join(" → "),
      ),
      el("td", {}, monthsWithRange(path.months, path.range)),
      el("td", {}, number(path.moves)),
      el("td", {}, money(ladder, path.cost)),
      el(
        "td",
        {},
        place === chosen
          ? say("shown")
          : button(say("show"), () => onchoose(place), {
              "aria-label": say("showWay", { n: place + 1 }),
            }),
      ),
    ),
  );
  const heads = ["way", "time", "movesHead", "cost", "choose"].map((key) =>
    el("th", { scope: "col" }, say(key)),
  );
  return el(
    "section",
    { class: "ways" },
    el("h3", {}, say("sideBySide")),
    rows.length < 2 ? el("p", {}, say("noOtherWay")) : null,
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": say("sideBySide") },
      el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)),
    ),
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
      : `${ladder.skillOf[one.skill].name}: ${levelName(ladder, one.level)}`;
    return el("li", {}, say("saves", { what, months: months(one.months) }));
  });
  return el(
    "section",
    { class: "next" },
    el("h3", {}, say("thisMonth")),
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
