// The planner in a page, asked: node questions.mjs CHROMIUM PAGE, questions as JSON on standard input.
// Prints the answers, in their order, and how long they and the page took, in milliseconds.

import { readFileSync } from "node:fs";
import { Visit, launched } from "./browser.mjs";

const [program, file] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(0, "utf8"));
const browser = await launched(program);
try {
  const visit = await Visit.to(browser, file);
  await visit.planner();
  const found = await visit.page.evaluate(async (all) => {
    const answers = [];
    const times = [];
    for (const one of all) {
      const began = performance.now();
      answers.push(await window.ladderPlanner.ask(one));
      times.push(performance.now() - began);
    }
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return {
      answers,
      times,
      paint: paint?.startTime ?? null,
      ready: Number(document.querySelector("[data-planner]").dataset.after),
    };
  }, questions);
  await visit.end();
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}
