// A plan to keep, as files that are made here: nothing is sent for them.

import { button, el, foldable } from "./elements.js";
import { written } from "./address.js";
import { say } from "./words.js";

function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// Names of the ladder, of which nothing ends a line or begins a field of a calendar's file.
function calendarText(text) {
  const escaped = text.replace(/[\\;,]/g, "\\$&").replace(/[\r\n]+/g, " ");
  return escaped.replace(/(.{60})/gu, "$1\r\n ");
}

function firstDay(month, after) {
  const [year, number] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + after;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}${String((months % 12) + 1).padStart(2, "0")}01`;
}

export function calendar(ladder, path, month) {
  const stamp = `${firstDay(month, 0)}T000000Z`;
  const event = (id, start, end, text) => [
    "BEGIN:VEVENT",
    `UID:${id}@ladder.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${firstDay(month, start)}`,
    `DTEND;VALUE=DATE:${firstDay(month, end)}`,
    `SUMMARY:${calendarText(text)}`,
    "END:VEVENT",
  ];
  const moves = path.stays
    .filter((stay) => stay.move)
    .flatMap((stay, place) => {
      const text = say("moveInto", { role: ladder.roleOf[stay.move.to].name });
      return event(`move-${place}-${stay.move.to}`, stay.end, stay.end + 1, text);
    });
  const learning = path.learning.flatMap((one) =>
    one.periods.flatMap(([start, end], place) =>
      event(`learn-${place}-${one.activity}`, start, end, ladder.activityOf[one.activity].name),
    ),
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ladder//page//EN",
    ...moves,
    ...learning,
    "END:VCALENDAR",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

// Where somebody stands, for --person: YAML, in which each word stands in quotes, as JSON writes it.
export function personFile(state) {
  const lines = [`role: ${JSON.stringify(state.from)}`];
  if (state.months !== undefined) lines.push(`months_in_role: ${state.months}`);
  const skills = Object.entries(state.skills).map(
    ([id, level]) => `  ${JSON.stringify(id)}: ${level}`,
  );
  if (skills.length) lines.push("skills:", ...skills);
  if (state.done.length)
    lines.push("done:", ...state.done.map((id) => `  - ${JSON.stringify(id)}`));
  return `${lines.join("\n")}\n`;
}

// The planner is there later, or never: by then a button more is.
export function keepBar(ladder, path, state, planner) {
  const now = new Date();
  const begins = el("input", {
    type: "month",
    id: "begins",
    value: `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`,
  });
  const month = () =>
    /^\d{4}-\d{2}$/.test(begins.value) ? begins.value : `${now.getFullYear()}-01`;
  const dated = () => ({ ...path, begins: month() });
  const markdown = el("span", {});
  planner.then(
    (found) =>
      found &&
      markdown.append(button(say("textFile"), () => saveMarkdown(found, dated(), markdown))),
  );
  return el(
    "section",
    { class: "keep" },
    el("h3", {}, say("keep")),
    el("p", {}, el("label", { for: "begins" }, say("begins")), begins),
    el(
      "p",
      { class: "actions" },
      button(say("print"), () => self.print()),
      button(say("calendarFile"), () =>
        save("plan.ics", "text/calendar", calendar(ladder, path, month())),
      ),
      markdown,
    ),
    foldable("files", say("forPrograms"), () => [
      el("p", { class: "soft" }, say("keepAbout")),
      el(
        "p",
        { class: "actions" },
        button("plan.json", () =>
          save("plan.json", "application/json", `${JSON.stringify(dated(), null, 2)}\n`),
        ),
        button("me.yaml", () => save("me.yaml", "application/yaml", personFile(state))),
      ),
    ]),
  );
}

async function saveMarkdown(planner, plan, place) {
  const answer = await planner.markdown(plan);
  if (answer?.markdown) save("plan.md", "text/markdown", answer.markdown);
  else place.append(el("span", { role: "alert" }, ` ${answer?.error ?? say("stopped")}`));
}

const KEPT = `ladder ${location.pathname}`;

// What is kept in this browser, only if asked; without a place for it, nothing is.
export const memory = {
  get: () => {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  },
  keep: (state) => {
    try {
      localStorage.setItem(KEPT, written(state));
      return true;
    } catch {
      return false;
    }
  },
  forget: () => {
    try {
      localStorage.removeItem(KEPT);
    } catch {
      // there was none
    }
  },
};
