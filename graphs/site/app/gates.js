// What a gate asks, and what a level means.

import { el } from "./elements.js";
import { levelName, meaning } from "./ladder.js";
import { say } from "./words.js";

// A list of skills at levels; where it is known what is held, each says whether it is enough.
export function skillList(ladder, levels, held = null) {
  const items = Object.entries(levels).map(([skill, level]) => {
    const text = meaning(ladder, skill, level);
    const enough = held && (held[skill] ?? 0) >= level;
    return el(
      "li",
      { class: held ? (enough ? "held" : "lacking") : null },
      el("strong", {}, ladder.skillOf[skill]?.name ?? skill),
      `: ${levelName(ladder, level)}`,
      held ? el("span", { class: "tag" }, enough ? say("heldToday") : say("toGrow")) : null,
      text ? el("span", { class: "meaning" }, text) : null,
    );
  });
  return el("ul", { class: "skills" }, items);
}

export function gate(ladder, levels, held = null) {
  const asked = Object.keys(levels).length;
  if (!asked) return el("p", { class: "soft" }, say("asksNothing"));
  return el(
    "details",
    {},
    el("summary", {}, say("asks", { n: asked })),
    skillList(ladder, levels, held),
  );
}
