// Two to four roles side by side: what each expects, skill by skill.

import { el } from "./elements.js";
import { levelName, meaning } from "./ladder.js";
import { severalPicker } from "./pickers.js";
import { roleLink } from "./role.js";
import { say } from "./words.js";

const MOST = 4;

function levelsOf(role) {
  return Object.keys(role.expects).length ? role.expects : role.profile;
}

export function compareView(ladder, ids, onchange) {
  const roles = ids.slice(0, MOST).map((id) => ladder.roleOf[id]);
  const field = severalPicker({
    key: "compare",
    label: say("rolesToCompare"),
    entries: ladder.roleEntries,
    values: roles.map((role) => role.id),
    onchange: (chosen) => onchange(chosen.slice(0, MOST)),
  });
  const head = [el("h2", { tabindex: "-1" }, say("compare")), field];
  if (roles.length < 2) return el("article", {}, head, el("p", {}, say("compareTwo")));
  const skills = ladder.skills.filter((skill) => roles.some((role) => levelsOf(role)[skill.id]));
  const across = String(roles.length);
  const rows = skills.flatMap((skill) => {
    const levels = roles.map((role) => levelsOf(role)[skill.id] ?? 0);
    const same = new Set(levels).size === 1;
    const name = [skill.name, same ? el("small", {}, ` ${say("same")}`) : null];
    return [
      el("tr", {}, el("th", { scope: "rowgroup", colspan: across }, el("span", {}, name))),
      same
        ? el("tr", {}, cell(ladder, skill.id, levels[0], across))
        : el("tr", {}, levels.map((level) => cell(ladder, skill.id, level))),
    ];
  });
  const heads = roles.map((role) => el("th", { scope: "col" }, roleLink(ladder, role.id)));
  const table = el(
    "table",
    { class: "comparison" },
    el("thead", {}, el("tr", {}, heads)),
    rows.map((_, place) => (place % 2 ? null : el("tbody", {}, rows.slice(place, place + 2)))),
  );
  table.style.setProperty("--columns", across);
  return el("article", {}, head, el("div", { class: roles.length > 2 ? "beside" : null }, table));
}

function cell(ladder, skill, level, across = null) {
  const text = level ? meaning(ladder, skill, level) : null;
  return el(
    "td",
    { colspan: across },
    pips(ladder, level),
    levelName(ladder, level),
    text ? el("span", { class: "meaning" }, text) : null,
  );
}

// How high a level is, at a glance.
function pips(ladder, level) {
  const made = ladder.levels.map((_, place) => el("i", { class: place < level ? "full" : null }));
  return el("span", { class: "pips", "aria-hidden": "true" }, made);
}
