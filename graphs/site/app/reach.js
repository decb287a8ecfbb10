// All that can be reached from a role, the soonest first.

import { el } from "./elements.js";
import { money, monthsWithRange } from "./ladder.js";
import { number, say } from "./words.js";

export function reachView(ladder, answer, addressOf) {
  const rows = answer.ways
    .filter((way) => way.role !== answer.from)
    .map((way) =>
      el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          el("a", { href: addressOf(way.role) }, ladder.roleOf[way.role].name),
        ),
        el("td", {}, monthsWithRange(way.months, way.range)),
        el("td", {}, number(way.moves)),
        el("td", {}, money(ladder, way.cost)),
      ),
    );
  const heads = ["role", "time", "movesHead", "cost"].map((key) =>
    el("th", { scope: "col" }, say(key)),
  );
  const table = el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows));
  const names = (roles) =>
    roles.map((id) => el("li", {}, el("a", { href: addressOf(id) }, ladder.roleOf[id].name)));
  return [
    el(
      "p",
      { class: "total" },
      el("strong", { "data-answer": "" }, say("reached", { n: rows.length })),
    ),
    rows.length
      ? el(
          "div",
          { class: "scroll", tabindex: "0", role: "group", "aria-label": say("reachTable") },
          table,
        )
      : null,
    answer.unreached.length
      ? el(
          "details",
          {},
          el("summary", {}, say("unreached", { n: answer.unreached.length })),
          el("ul", {}, names(answer.unreached)),
        )
      : null,
    answer.undecided.length
      ? el(
          "details",
          {},
          el("summary", {}, say("undecided", { n: answer.undecided.length })),
          el("ul", {}, names(answer.undecided.map((one) => one.role))),
        )
      : null,
  ];
}
