// Why a gate stays closed: what the planner found out, put into the words of the page.

import { levelName } from "./ladder.js";
import { listed, say } from "./words.js";

const NAMED = 3; // names in a sentence; of more, how many there are is said

export function inWords(ladder, reasons) {
  const text = reasons.map((one) => said(ladder, one)).join("; ");
  return text.charAt(0).toLocaleUpperCase(document.documentElement.lang) + text.slice(1) + ".";
}

function said(ladder, { kind, role, start, roles, avoided, activity, levels }) {
  const named = (id) => ladder.roleOf[id]?.name ?? "";
  const held = Object.entries(levels).map(([skill, level]) => ({
    skill: ladder.skillOf[skill].name,
    level: levelName(ladder, level),
  }));
  const ways = [
    roles.length ? say("why.through", { roles: roles.map(named).join(say("why.then")) }) : null,
    avoided.length ? say("why.around", { roles: listed(avoided.map(named)) }) : null,
  ];
  return say(`why.${kind}`, {
    role: named(role),
    start: named(start),
    ...(roles.length ? { n: roles.length, roles: some(roles.map(named)) } : {}),
    how: listed(ways.filter(Boolean)),
    activity: ladder.activityOf[activity]?.name,
    ...held[0],
    levels: some(held.map((one) => say("why.level", one))),
  });
}

function some(names) {
  const shown = names.slice(0, NAMED).join(", ");
  const more = names.length - NAMED;
  return more > 0 ? say("why.some", { names: shown, more }) : shown;
}
