// The page in German: a walk through all of it, in which nothing English is left but the ladder's own.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Visit, equal, ok } from "./browser.mjs";

const WAY = "#from=business-analyst&to=senior-product-manager";
const VIEWS = [
  "",
  "#roles",
  "#role=product-manager",
  "#role=graduate",
  "#role=product-founder",
  "#from=business-analyst",
  "#from=business-analyst&within=12",
  `${WAY}&months=6&skill=roadmapping=2&via=product-manager&avoid=director-of-product&without=pmp`,
  `${WAY}&within=3`,
  `${WAY}&budget=0.5`,
  `${WAY}&without=product-course&without=user-experience-course&without=stretch-work&without=side-projects`,
  `${WAY}&via=product-manager&avoid=product-manager`,
  "#from=product-manager&to=graduate",
  "#from=director-of-product&to=business-analyst",
  "#compare=",
  "#compare=product-manager&compare=graduate",
  "#from=nobody&budget=x&foo=1",
];
// Words of English that German has not: what is in no table, such as an error, is found by these.
const ENGLISH = /\b(the|and|of|with|from|to|for|is|are|not|no|months?|years?|skills?|roles?|ways?)\b/i;

function part(html, name) {
  const [, packed] = new RegExp(`id="part-${name}">([^<]*)<`).exec(html);
  return JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString());
}

function texts(value) {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

// What tells English from German: the texts of the one table, without those of the other.
class Telling {
  constructor(html) {
    const { en, de } = part(html, "words");
    const known = new Set(["lateral", "promotion", "entry"]);
    const own = texts(part(html, "content")).map(plain);
    // In a tooltip the text of a level is cut short.
    const cut = own.filter((one) => one.length > 120).map((one) => one.slice(0, 120).replace(/ \S*$/, ""));
    this.own = [...new Set([...own, ...cut])]
      .filter((one) => one.length > 1 && !known.has(one))
      .sort((one, other) => other.length - one.length);
    const german = plain(Object.values(de).join(" "));
    const pieces = Object.values(en).flatMap((text) => text.split(/\{\w+\}|[^\p{L}\p{N} ’'-]/u));
    this.english = [...new Set(pieces.map(plain))].filter(
      (one) => /\p{L}{2}/u.test(one) && !this.holds(german, one),
    );
  }

  holds(text, words) {
    const place = text.indexOf(words);
    if (place < 0) return false;
    const letter = /[\p{L}\p{N}]/u;
    const free = (at) => !letter.test(text[at] ?? "");
    if (free(place - 1) && free(place + words.length)) return true;
    return this.holds(text.slice(place + 1), words);
  }

  // What is English in a text, once the ladder's own is taken out.
  left(text) {
    let rest = ` ${plain(text)} `;
    for (const one of this.own) if (rest.includes(one)) rest = rest.split(one).join("·");
    return this.english.find((one) => this.holds(rest, one)) ?? ENGLISH.exec(rest)?.[0] ?? null;
  }
}

// All that is to be read, heard, or seen in passing: a text of a picture in all its lines.
function readable() {
  const found = [];
  for (const one of document.querySelectorAll("*")) {
    if (one.closest("script, style, noscript")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      if (one.getAttribute(name)) found.push([name, one.getAttribute(name)]);
    if (one.closest("svg")) {
      if (one.localName === "title") found.push(["tooltip", one.textContent]);
      const lines = [...one.children].filter((child) => child.localName === "text");
      if (lines.length) found.push(["map", lines.map((line) => line.textContent).join(" ")]);
    } else {
      const own = [...one.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
      const text = own.map((child) => child.textContent).join(" ");
      if (text.trim()) found.push(["text", text]);
    }
  }
  return found;
}

async function unfold(visit) {
  for (let round = 0; round < 3; round++) {
    await visit.page.evaluate(() =>
      document.querySelectorAll("main details").forEach((one) => (one.open = true)),
    );
    await visit.page.waitForTimeout(60);
  }
}

export const german = {
  // All views, forms, answers, files and errors.
  async german(browser, file) {
    const telling = new Telling(readFileSync(file, "utf8"));
    ok(telling.left("What is in the way") && telling.left("5 skills"), "English is told");
    equal(telling.left("Verlangt werden 5 Kompetenzen: Roadmapping"), null, "German is");
    const visit = await Visit.to(browser, file, WAY, { locale: "de-DE" });
    const { page } = visit;
    const faults = new Map();
    const seen = new Set();
    const check = async (where) => {
      for (const [kind, text] of await page.evaluate(readable)) {
        seen.add(text);
        const left = telling.left(text);
        if (left) faults.set(`${kind}: ${text.slice(0, 160)}`, `${left} (${where})`);
      }
    };
    await check("before the planner");
    equal(await visit.answer(), "48 Monate", "months");
    equal(await page.getAttribute("html", "lang"), "de", "language");
    await visit.planner();
    await page.waitForSelector(".next");
    await unfold(visit);
    await check("way");
    await page.click(".ways button >> nth=0");
    await unfold(visit);
    await check("another way");
    await downloads(visit, telling, faults);
    for (const view of VIEWS) {
      await visit.go(view || "#");
      await page.waitForTimeout(150);
      await page.waitForFunction(
        () => !document.querySelector(".answer") || document.querySelector(".answer").children.length,
      );
      if (view.includes("to=") && !view.includes("nobody"))
        await page.waitForSelector(".answer .next, .answer ul", { timeout: 30000 });
      if (view.includes("graduate&to") || view.endsWith("to=graduate"))
        await page.waitForSelector(".answer section h3");
      await page.waitForTimeout(300);
      await unfold(visit);
      await check(view);
      const parts = page.locator("#map-part");
      if (view === "" && (await parts.count()))
        for (const one of await parts.locator("option").all()) {
          await parts.selectOption(await one.getAttribute("value"));
          await check("a part of the map");
        }
    }
    await visit.go("#");
    for (const said of ["Ich bin ein Quokka", "Was kann ich werden?"]) {
      const line = page.locator(".sentence [role=status]");
      const before = await line.textContent();
      await page.fill("#sentence", said);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (old) => document.querySelector(".sentence [role=status]").textContent !== old,
        before,
      );
      await check(said);
    }
    await page.fill("#sentence", "Ich bin Analystin");
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=Wählen Sie noch");
    equal(await visit.answer(), "10 Rollen sind erreichbar", "with one end alone");
    await check("half a question");
    await visit.go("#");
    await page.waitForSelector(".welcome");
    await page.fill("#sentence", "Ich bin seit 2 Jahren Analyst und möchte bis Ende 2099 SPM werden");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-answer]");
    ok(page.url().includes("months=24"), "a sentence is heard", page.url());
    await check("a sentence");
    await page.getByRole("combobox", { name: "Rolle suchen" }).fill("zzzz");
    await check("nothing found");
    for (const name of ["In diesem Browser merken", "Link kopieren", "Angaben löschen"]) {
      await page.getByRole("button", { name }).click();
      await page.waitForTimeout(50);
      await check(name);
    }
    equal(Object.fromEntries(faults), {}, "English in a German page");
    const texts = [...seen].join("\n");
    for (const some of ["1 Monat", "nach 24 Monaten", "36 Mon.", "2 Wechsel", "3.950 USD", "Beförderung"])
      ok(texts.includes(some), some);
    await visit.end();
    const english = await Visit.to(browser, file, WAY);
    const told = (await english.page.evaluate(readable)).filter(([, text]) => telling.left(text));
    ok(told.length > 100, "in an English page all is English", told.length);
    await english.end();
  },

  // The map of a large ladder by its families, and a light page.
  async germanLarge(browser, file) {
    const telling = new Telling(readFileSync(file, "utf8"));
    const visit = await Visit.to(browser, file, "", { locale: "de-AT" });
    const faults = new Map();
    const parts = visit.page.locator("#map-part");
    for (const one of await parts.locator("option").all()) {
      await parts.selectOption(await one.getAttribute("value"));
      for (const [kind, text] of await visit.page.evaluate(readable))
        if (telling.left(text)) faults.set(`${kind}: ${text.slice(0, 160)}`, telling.left(text));
    }
    equal(Object.fromEntries(faults), {}, "English in a German page");
    await visit.end();
  },
};

async function downloads(visit, telling, faults) {
  const { page } = visit;
  await page.waitForSelector(".keep button:has-text('Als Text')");
  for (const name of ["Als Text", "Kalender"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click(`.keep button:has-text("${name}")`),
    ]);
    const text = readFileSync(await download.path(), "utf8").replace(/<!--[^]*?-->/g, "");
    const lines = name === "Kalender" ? text.match(/SUMMARY:.*/g) : text.split("\n");
    ok(lines.length > 1, name, text);
    for (const line of lines) {
      const said = line.replace("SUMMARY:", "").replace(/\\(.)/g, "$1");
      if (telling.left(said)) faults.set(`${name}: ${said}`, telling.left(said));
    }
  }
}
