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
  const rows = skills.map((skill) => {
    const levels = roles.map((role) => levelsOf(role)[skill.id] ?? 0);
    const differ = new Set(levels).size > 1;
    return el(
      "tr",
      { class: differ ? "differs" : null },
      el("th", { scope: "row" }, skill.name, differ ? null : el("small", {}, ` ${say("same")}`)),
      levels.map((level) => cell(ladder, skill.id, level)),
    );
  });
  const heads = roles.map((role) => el("th", { scope: "col" }, roleLink(ladder, role.id)));
  const table = el(
    "table",
    { class: "comparison" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("skill")), heads)),
    el("tbody", {}, rows),
  );
  return el(
    "article",
    {},
    head,
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": say("compare") },
      table,
    ),
  );
}

function cell(ladder, skill, level) {
  const text = level ? meaning(ladder, skill, level) : null;
  return el(
    "td",
    {},
    levelName(ladder, level),
    text ? el("span", { class: "meaning" }, text) : null,
  );
}
