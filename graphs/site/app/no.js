// The answer "no": what is in the way, and what would open one.

import { el } from "./elements.js";
import { levelName, months, money } from "./ladder.js";
import { inWords } from "./reasons.js";
import { listed, say } from "./words.js";

// Whether there are ways, though none within the wishes.
function isTooLittle(answer) {
  return answer.least?.length || !answer.blockers.length;
}

export function noTotal(answer) {
  return [el("strong", { "data-answer": "" }, say(isTooLittle(answer) ? "noWayWithin" : "noWay"))];
}

// addressOf is that of the question with other limits, or without a goal.
export function noView(ladder, answer, addressOf) {
  if (isTooLittle(answer)) return leastView(ladder, answer, addressOf);
  return [
    el("h3", {}, say("inTheWay")),
    el(
      "ul",
      {},
      answer.blockers.map((one) => blocker(ladder, one)),
    ),
    answer.repairs
      ? repairsView(ladder, answer)
      : el("p", { class: "soft" }, say("repairsByPlanner")),
    el("p", {}, el("a", { class: "button", href: addressOf({ to: undefined }) }, say("reachInstead"))),
  ];
}

function leastView(ladder, answer, addressOf) {
  const least = (answer.least ?? []).map((path) =>
    el(
      "li",
      {},
      `${months(path.months)}, ${money(ladder, path.cost)}: ${names(
        ladder,
        path.stays.map((stay) => stay.role),
      )}`,
      el("br"),
      el("a", { class: "button", href: addressOf({ atLeast: path }) }, say("allowThat")),
    ),
  );
  return [
    least.length ? [el("p", {}, say("atLeast")), el("ul", { class: "least" }, least)] : null,
  ];
}

function names(ladder, roles) {
  return roles.map((id) => ladder.roleOf[id].name).join(" → ");
}

function ends(ladder, place) {
  const { from, to } = ladder.transitions[place];
  const origins = from.length ? listed(from.map((id) => ladder.roleOf[id].name)) : say("openToAll");
  return `${origins} → ${ladder.roleOf[to].name}`;
}

function blocker(ladder, one) {
  const why = inWords(ladder, one.reasons);
  if (one.transition === null || one.skill === null) return el("li", { class: "why" }, why);
  const needed = levelName(ladder, one.needed);
  const best = levelName(ladder, one.best);
  const skill = ladder.skillOf[one.skill].name;
  return el(
    "li",
    {},
    el("strong", {}, ends(ladder, one.transition)),
    `: ${say("gateNeeds", { skill, needed, best })}`,
    el("span", { class: "meaning" }, why),
  );
}

function repairsView(ladder, answer) {
  const found = answer.repairs.map((one) =>
    el(
      "li",
      {},
      change(ladder, one),
      el("span", { class: "meaning" }, `${months(one.months)}: ${names(ladder, one.roles)}`),
    ),
  );
  return el(
    "section",
    {},
    el("h3", {}, say("wouldOpen")),
    found.length ? el("ul", {}, found) : el("p", {}, say("noSingleChange")),
    answer.repairs_complete ? null : el("p", { class: "soft" }, say("notComplete")),
  );
}

function change(ladder, one) {
  if (one.lower) {
    const asks = Object.entries(one.lower.requires).map(
      ([skill, level]) => `${ladder.skillOf[skill].name}: ${levelName(ladder, level)}`,
    );
    return say("lowered", { move: ends(ladder, one.lower.transition), asks: asks.join(", ") });
  }
  const { role, skill, level, months: n } = one.teach;
  return say("taught", {
    role: ladder.roleOf[role].name,
    skill: ladder.skillOf[skill].name,
    level: levelName(ladder, level),
    n,
  });
}
