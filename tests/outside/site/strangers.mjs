// Pages of ladders from strangers: node strangers.mjs CHROMIUM PAGE, and on standard input what to
// look for, as JSON: for each page its file, its questions, and the names that must be shown as they
// are. Nothing of a name becomes an element, nothing runs, and the console has nothing to say.

import { readFileSync } from "node:fs";
import { Visit, equal, launched, ok } from "./browser.mjs";

const FOREIGN =
  "script:not([type]), img, b, iframe, object, style, [onerror], [onload], [href^='javascript' i]";

const squeezed = (text) => text.replace(/\s+/gu, "");

async function look(browser, { file, hashes, names }) {
  const visit = await Visit.to(browser, file);
  visit.page.on("dialog", () => visit.said.push("a dialog"));
  const own = await visit.page.locator(FOREIGN).count(); // the page's own script and style
  equal(own, 2, "elements at first");
  let shown = "";
  for (const hash of hashes) {
    await visit.go(hash);
    await visit.page.waitForTimeout(60);
    for (let round = 0; round < 2; round++)
      await visit.page.evaluate(() =>
        document.querySelectorAll("details").forEach((one) => (one.open = true)),
      );
    equal(await visit.page.locator(FOREIGN).count(), own, `elements on ${hash}`);
    shown += squeezed(await visit.page.evaluate(() => document.body.textContent));
  }
  for (const name of names) ok(shown.includes(squeezed(name)), "shown as it is", name);
  await visit.end();
}

const [program] = process.argv.slice(2);
const browser = await launched(program);
try {
  for (const one of JSON.parse(readFileSync(0, "utf8"))) await look(browser, one);
} finally {
  await browser.close();
}
