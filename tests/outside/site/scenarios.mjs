// What somebody does on a page: node scenarios.mjs CHROMIUM PAGE NAME..., or "list" for the names.

import { asking } from "./asking.mjs";
import { launched } from "./browser.mjs";
import { german } from "./german.mjs";
import { seeing } from "./seeing.mjs";
import { touching } from "./touching.mjs";

const SCENARIOS = { ...asking, ...seeing, ...touching, ...german };

const [program, file, ...names] = process.argv.slice(2);
if (names[0] === "list") console.log(JSON.stringify(Object.keys(SCENARIOS)));
else {
  const browser = await launched(program);
  try {
    for (const name of names) await SCENARIOS[name](browser, file);
  } finally {
    await browser.close();
  }
}
