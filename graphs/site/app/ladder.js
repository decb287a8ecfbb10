// The ladder as the page looks things up in it, and how it says months, money and levels.

import { number, say } from "./words.js";
import { entry } from "./search.js";

export function lookUps(content) {
  const byId = (things) =>
    Object.assign(Object.create(null), ...things.map((one) => ({ [one.id]: one })));
  return {
    ...content,
    roleOf: byId(content.roles),
    skillOf: byId(content.skills),
    activityOf: byId(content.activities),
    trackOf: byId(content.tracks),
    roleEntries: content.roles.map(entry),
    activityEntries: content.activities.map(entry),
  };
}

export function months(n) {
  return say("months", { n });
}

// What stands behind months that have a range, and nothing where they have none.
export function between(range) {
  const wide = range && range[0] < range[1];
  return wide ? ` ${say("range", { low: range[0], high: range[1] })}` : "";
}

export function monthsWithRange(n, range) {
  return months(n) + between(range);
}

export function money(ladder, amount) {
  const { currency } = ladder;
  return currency ? say("money", { currency, amount }) : number(amount);
}

export function levelName(ladder, level) {
  return level ? (ladder.levels[level - 1] ?? String(level)) : say("none");
}

// What it means to hold a skill at a level: by a text of its own, or in general.
export function meaning(ladder, skill, level) {
  return ladder.skillOf[skill]?.levels[level] ?? ladder.levelsAbout[level] ?? null;
}

export function kindName(kind) {
  const key = `kind.${kind}`;
  const said = say(key);
  return said === key ? kind : said;
}

export function sources(ladder, transition) {
  if (transition.from.length) return transition.from;
  const target = ladder.roleOf[transition.to];
  return ladder.roles
    .filter((one) => one !== target && (!target.track || one.track !== target.track))
    .map((one) => one.id);
}

// A role, and one that it leads to in two moves or one: what somebody might ask about here.
export function exampleOf(ladder) {
  const onward = (id) =>
    ladder.transitions.find((one) => one.from.includes(id) && one.to !== id)?.to;
  const from = ladder.roles.find((role) => onward(role.id))?.id;
  if (!from) return [];
  const next = onward(from);
  const far = onward(next);
  return [from, far && far !== from ? far : next];
}
