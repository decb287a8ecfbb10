// All that can be reached from a role, the soonest first.

import { el } from "./elements.js";
import { money, monthsWithRange } from "./ladder.js";
import { shadeOf } from "./map.js";
import { say } from "./words.js";

export function reachTotal(answer) {
  const n = answer.ways.filter((way) => way.role !== answer.from).length;
  return [el("strong", { "data-answer": "" }, say("reached", { n }))];
}

export function reachView(ladder, answer, addressOf) {
  const ways = answer.ways.filter((way) => way.role !== answer.from);
  const longest = Math.max(1, ...ways.map((way) => way.months));
  const items = ways.map((way) => {
    const bar = el("span", { class: `length shade-${shadeOf(way.months)}`, "aria-hidden": "true" });
    bar.style.width = `${Math.max(1, (100 * way.months) / longest)}%`;
    const facts = [say("moves", { n: way.moves })];
    if (way.cost) facts.push(money(ladder, way.cost));
    return el(
      "li",
      {},
      el(
        "a",
        { href: addressOf(way.role) },
        el("span", { class: "name" }, ladder.roleOf[way.role].name),
        el("span", {}, monthsWithRange(way.months, way.range)),
        el("span", { class: "soft" }, facts.join(", ")),
        bar,
      ),
    );
  });
  const names = (roles) =>
    roles.map((id) => el("li", {}, el("a", { href: addressOf(id) }, ladder.roleOf[id].name)));
  return [
    items.length ? el("p", { class: "soft" }, say("reachAbout")) : null,
    items.length ? el("ol", { class: "reached", "aria-label": say("reachTable") }, items) : null,
    answer.unreached.length
      ? el(
          "details",
          {},
          el("summary", {}, say("unreached", { n: answer.unreached.length })),
          el("ul", { class: "links" }, names(answer.unreached)),
        )
      : null,
    answer.undecided.length
      ? el(
          "details",
          {},
          el("summary", {}, say("undecided", { n: answer.undecided.length })),
          el("ul", { class: "links" }, names(answer.undecided.map((one) => one.role))),
        )
      : null,
  ];
}
