// A page in Chromium, watched: whatever it asks of the network or says on its console is kept.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function fail(what, found) {
  throw new Error(`${what}: ${JSON.stringify(found)}`);
}

export function equal(found, expected, what) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) fail(what, { found, expected });
}

export function ok(is, what, found) {
  if (!is) fail(what, found ?? is);
}

export async function launched(program) {
  return chromium.launch({ executablePath: program, args: FLAGS });
}

export class Visit {
  static async to(browser, file, hash = "", options = {}) {
    const { server = null, offline = true, ...context } = options;
    const visit = new Visit();
    visit.context = await browser.newContext({
      locale: "en-GB",
      viewport: { width: 1280, height: 900 },
      ...context,
    });
    visit.page = await visit.context.newPage();
    visit.address = server ?? pathToFileURL(file).href;
    visit.requests = [];
    visit.said = [];
    visit.page.on("request", (one) => visit.requests.push(one.url()));
    visit.page.on("console", (one) => visit.said.push(one.text()));
    visit.page.on("pageerror", (error) => visit.said.push(error.message));
    if (offline && !server) await visit.context.setOffline(true);
    await visit.page.goto(visit.address + hash);
    await visit.page.waitForSelector("#map-title");
    return visit;
  }

  async go(hash) {
    await this.page.evaluate((to) => (location.hash = to), hash);
  }

  async planner(expected = "ready") {
    await this.page.waitForSelector(`[data-planner="${expected}"]`, { timeout: 60000 });
  }

  async answer() {
    return this.page.textContent("[data-answer]", { timeout: 30000 });
  }

  // Asks the planner itself, as the page does.
  async ask(questions) {
    return this.page.evaluate(async (all) => {
      const answers = [];
      for (const one of all) answers.push(await window.ladderPlanner.ask(one));
      return answers;
    }, questions);
  }

  // Nothing went to the network, and the console has nothing to complain of.
  async end() {
    const elsewhere = this.requests.filter(
      (url) => !url.startsWith("blob:") && url.split("#")[0] !== this.address,
    );
    equal(elsewhere, [], "requests");
    equal(this.said, [], "console");
    await this.context.close();
  }
}

export async function served(file, use) {
  const server = createServer((request, response) => {
    if (request.url !== "/career.html") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    return response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/career.html`);
  } finally {
    server.close();
  }
}
