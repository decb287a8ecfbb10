// A way over time: a row for the roles, and one for each thing learnt. The list below says the same.

import { el } from "./elements.js";
import { say } from "./words.js";

function bar(kind, start, end, whole, text) {
  const made = el("div", { class: `bar-of ${kind}` }, text);
  made.style.left = `${(100 * start) / whole}%`;
  made.style.width = `${(100 * (end - start)) / whole}%`;
  return made;
}

function row(name, bars) {
  return el(
    "div",
    { class: "row" },
    el("div", { class: "row-name" }, name),
    el("div", { class: "line" }, bars),
  );
}

// "months 2–3", counted from 1: the second and the third.
export function during([start, end]) {
  return say("during", { start: start + 1, end, n: end - start });
}

export function timeline(ladder, path) {
  const whole = Math.max(path.months, 1);
  const stays = path.stays
    .filter((stay) => stay.end > stay.start)
    .map((stay) => bar("stay", stay.start, stay.end, whole, ladder.roleOf[stay.role].name));
  const learning = path.learning.map((one) => {
    const bars = one.periods.map(([start, end]) => bar("learn", start, end, whole, ""));
    return row(ladder.activityOf[one.activity].name, bars);
  });
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => whole / one <= 6) ?? 240;
  const ticks = Array.from({ length: Math.floor(whole / step) + 1 }, (_, place) => {
    // At the right end there is no room for a figure behind its line.
    const last = place * step > whole * 0.94;
    const tick = el("span", { class: last ? "tick last" : "tick" }, String(place * step));
    tick.style.left = `${(100 * place * step) / whole}%`;
    return tick;
  });
  return el(
    "div",
    { class: "timeline", role: "img", "aria-label": say("timelineSaysTheSame") },
    row(say("role"), stays),
    learning,
    row(say("month"), ticks),
  );
}
