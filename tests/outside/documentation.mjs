// The documentation as `make docs` built it, in Chromium: what its search finds, the way there by
// clicks, and whether each page keeps within its window.
//
//   node documentation.mjs CHROMIUM FOLDER search QUESTION...    the addresses found, the best first
//   node documentation.mjs CHROMIUM FOLDER clicks                addresses two clicks from the front
//   node documentation.mjs CHROMIUM FOLDER fits PAGE...          what is wider, or pale, and where

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, folder, what, ...asked] = process.argv.slice(2);
const root = pathToFileURL(`${folder}/`);
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });

const within = (address) => decodeURI(address).slice(decodeURI(root.href).length);

async function search() {
  const page = await browser.newPage();
  const found = {};
  for (const question of asked) {
    await page.goto(new URL("index.html", root).href);
    await page.keyboard.press("Control+k");
    await page.waitForSelector("dialog[open] input:focus");
    await page.keyboard.type(question);
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\.html/);
    const results = page.locator("#search-results ul.search > li > a");
    await page.waitForSelector("#search-results .search-summary:not(:empty)"); // it is done then
    found[question] = await results.evaluateAll((all) =>
      all.map((one) => { const at = new URL(one.href); at.search = ""; return at.href; }));
    found[question] = found[question].map(within);
  }
  return found;
}

async function links(page, address) {
  await page.goto(new URL(address, root).href);
  const all = await page.locator("a[href]").evaluateAll((found) =>
    found.map((one) => one.href).filter((one) => typeof one === "string")); // not those in pictures
  return all.filter((one) => one.startsWith(root.href)).map(within);
}

async function clicks() {
  const page = await browser.newPage();
  const first = new Set(await links(page, "index.html"));
  const pages = new Set([...first].map((one) => one.split("#")[0]).filter((one) => /^(?!pages\/).*\.html$/.test(one)));
  const second = new Set(first);
  for (const one of pages) for (const next of await links(page, one)) second.add(next);
  return [...second];
}

async function fits() {
  const wrong = [];
  const page = await browser.newPage();
  for (const address of asked) {
    await page.goto(new URL(address, root).href);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const turned = (scheme) => document.documentElement.dataset.theme === scheme;
        await page.waitForFunction(turned, colorScheme, { timeout: 5000 }).catch(() => {});
        const seen = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          broken: [...document.images].filter((one) => one.complete && !one.naturalWidth).map((one) => one.src),
          theme: document.documentElement.dataset.theme,
        }));
        if (seen.width > width) wrong.push(`${address} at ${width}: ${seen.width} wide`);
        if (seen.theme !== colorScheme) wrong.push(`${address}: ${seen.theme} for ${colorScheme}`);
        wrong.push(...seen.broken.map((one) => `${address}: no picture ${one}`));
      }
    }
  }
  return wrong;
}

console.log(JSON.stringify(await { search, clicks, fits }[what]()));
await browser.close();
