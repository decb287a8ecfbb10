// What somebody holds, said by the texts of the levels, group by group.

import { el, foldable } from "./elements.js";
import { levelName, meaning } from "./ladder.js";
import { say } from "./words.js";

// Skills not answered are taken to be as the role gives them.
export function assessment(ladder, skills, onchange) {
  const groups = new Map();
  for (const skill of ladder.skills) {
    const group = skill.group ?? say("skills");
    groups.set(group, [...(groups.get(group) ?? []), skill]);
  }
  const parts = [...groups].map(([group, members]) => {
    const said = members.filter((skill) => skill.id in skills).length;
    const title = `${group} (${say("answered", { n: said, of: members.length })})`;
    return foldable(`skills ${group}`, title, () =>
      members.map((skill) => skillField(ladder, skill, skills[skill.id], onchange)),
    );
  });
  return el(
    "div",
    { class: "assessment" },
    el("p", { class: "soft" }, say("assessmentAbout")),
    parts,
  );
}

function skillField(ladder, skill, chosen, onchange) {
  const choice = (level, title, text) =>
    el(
      "label",
      { class: "level" },
      el("input", {
        type: "radio",
        name: `level-${skill.id}`,
        checked: chosen === level,
        onchange: () => onchange(skill.id, level),
      }),
      el("span", {}, el("strong", {}, title), text ? el("span", { class: "meaning" }, text) : null),
    );
  const levels = ladder.levels.map((_, place) => place + 1);
  return el(
    "fieldset",
    {},
    el("legend", {}, skill.name),
    skill.about ? el("p", { class: "soft" }, skill.about) : null,
    choice(undefined, say("asTheRoleGives")),
    choice(0, say("notAtAll")),
    levels.map((level) =>
      choice(level, levelName(ladder, level), meaning(ladder, skill.id, level)),
    ),
  );
}
