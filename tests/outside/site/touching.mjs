// What somebody does on a phone who has never seen the page: all of it by what can be seen there.

import { Visit, equal, ok } from "./browser.mjs";

const PHONE = { viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true };
const VIEWS = [
  "",
  "#from=business-analyst",
  "#from=business-analyst&to=senior-product-manager",
  "#from=product-manager&to=graduate",
  "#role=product-manager",
  "#roles",
  "#compare=product-manager&compare=graduate&compare=senior-product-manager",
];
const FINGER = 44; // pixels

export const touching = {
  // From "I am an analyst" to a plan to keep, by taps alone.
  async plan(browser, file) {
    const visit = await Visit.to(browser, file, "", { ...PHONE, acceptDownloads: true });
    const { page } = visit;
    const choose = async (field, role) => {
      await page.getByRole("combobox", { name: field, exact: true }).tap();
      await page.getByRole("option", { name: role }).tap();
    };
    await choose("I am", "Business Analyst");
    await page.waitForSelector("text=10 roles can be reached");
    await choose("I want to be", "Senior Product Manager");
    equal(await visit.answer(), "48 months", "months");
    const seen = () =>
      page.locator("[data-answer]").evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    ok(await seen(), "the answer is in sight without scrolling");
    ok(await page.evaluate(() => document.activeElement.id !== "picker-to"), "nothing covers it");
    await page.getByRole("button", { name: "See how" }).tap();
    await page.waitForFunction(() => document.querySelector(".timeline").getBoundingClientRect().top < 400);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "For my calendar" }).tap(),
    ]);
    equal(download.suggestedFilename(), "plan.ics", "a plan to keep");
    await page.goBack();
    await page.waitForSelector("text=10 roles can be reached");
    await visit.end();
  },

  // Whatever one says of oneself, the total stays in sight.
  async telling(browser, file) {
    const visit = await Visit.to(browser, file, VIEWS[2], PHONE);
    const { page } = visit;
    await visit.planner();
    await page.getByText("What I can do already").tap();
    await page.locator(".assessment summary").first().tap();
    const choice = page.locator(".level").nth(3);
    await choice.tap();
    await page.waitForFunction(() => location.hash.includes("skill="));
    await page.waitForSelector("[data-answer]");
    const { top, bottom } = await page
      .locator("[data-answer]")
      .evaluate((one) => one.getBoundingClientRect());
    ok(top >= 0 && bottom <= 667, "in sight", [top, bottom]);
    await visit.end();
  },

  // A question is not lost by looking around.
  async around(browser, file) {
    const visit = await Visit.to(browser, file, "#from=business-analyst&months=6", PHONE);
    const { page } = visit;
    await page.getByRole("link", { name: "All roles" }).tap();
    await page.getByRole("combobox", { name: "Find a role" }).tap();
    await page.getByRole("option", { name: "UX Product Manager" }).tap();
    ok((await page.title()).startsWith("UX Product Manager"), "the title says where one is");
    equal(await page.evaluate(() => scrollY), 0, "from its top");
    await page.getByText("I want to be this").tap();
    equal(
      new URL(page.url()).hash,
      "#from=business-analyst&to=ux-product-manager&months=6",
      "what was said before is still said",
    );
    await page.getByRole("link", { name: "Compare" }).first().tap();
    await page.getByRole("link", { name: "My way" }).tap();
    ok(new URL(page.url()).hash.includes("ux-product-manager"), "and the way back leads there");
    await visit.end();
  },

  // A link is copied, and opened by somebody else, who may have the page as a file.
  async link(browser, file) {
    const visit = await Visit.to(browser, file, `${VIEWS[2]}&months=6`, PHONE);
    await visit.answer();
    const shared = await visit.answer();
    await visit.page.getByRole("button", { name: "Copy the link" }).tap();
    await visit.page.waitForSelector("text=Whoever has this page, too");
    const link = visit.page.url();
    await visit.end();
    const other = await Visit.to(browser, file, "", PHONE);
    await other.planner();
    await other.page.getByLabel("Or say it in a sentence").fill(`Look: ${link}`);
    await other.page.getByRole("button", { name: "Ask" }).tap();
    equal(await other.answer(), shared, "the same answer");
    equal(other.page.url(), link, "the same question");
    await other.end();
  },

  // What is said of a sentence that is not understood is seen without scrolling.
  async heard(browser, file) {
    const visit = await Visit.to(browser, file, "", PHONE);
    await visit.planner();
    const line = visit.page.getByLabel("Or say it in a sentence");
    await line.fill("I am a quokka");
    await visit.page.getByRole("button", { name: "Ask" }).tap();
    const told = visit.page.getByText("quokka", { exact: false }).last();
    await told.waitFor();
    await visit.page.waitForFunction(() => {
      const { top, bottom } = document.querySelector(".sentence [role=status]").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await line.fill("How do I become a CPO?");
    await visit.page.getByRole("button", { name: "Ask" }).tap();
    await visit.page.waitForSelector("text=Say what you are today");
    equal(new URL(visit.page.url()).hash, "#to=chief-product-officer", "the other end is asked for");
    await visit.end();
  },

  // A wish that cannot be met can be eased by a tap.
  async wish(browser, file) {
    const visit = await Visit.to(browser, file, `${VIEWS[2]}&within=12&budget=100`, PHONE);
    await visit.page.waitForSelector("text=There is no way within these limits");
    await visit.page.getByText("Allow that").first().tap();
    await visit.page.waitForFunction(() => /months/.test(document.querySelector("[data-answer]")?.textContent));
    await visit.go(VIEWS[3]);
    await visit.page.waitForSelector("text=There is no way");
    await visit.page.getByText("What can I reach from here?").tap();
    equal(new URL(visit.page.url()).hash, "#from=product-manager", "on to what can be reached");
    await visit.end();
  },

  // What was typed but not chosen is either meant exactly, or told.
  async typing(browser, file) {
    const visit = await Visit.to(browser, file);
    const field = visit.page.getByRole("combobox", { name: "I am", exact: true });
    await field.fill("manager");
    await visit.page.click(".welcome h2");
    await visit.page.waitForSelector("text=Choose one from the list");
    equal(new URL(visit.page.url()).hash, "", "nothing is guessed");
    await field.fill("analyst");
    await visit.page.click(".welcome h2");
    await visit.page.waitForFunction(() => location.hash === "#from=business-analyst");
    await visit.end();
  },

  // Nothing moves under the finger when the planner is there.
  async still(browser, file) {
    const visit = await Visit.to(browser, file, "", PHONE);
    const place = () =>
      visit.page.locator("form.way").evaluate((one) => {
        const { top, height } = one.getBoundingClientRect();
        return [top, height];
      });
    const before = await place();
    equal(await visit.page.getAttribute("[data-planner]", "data-planner"), "waiting", "not yet");
    await visit.planner();
    equal(await place(), before, "the form stays");
    await visit.end();
    const german = await Visit.to(browser, file, "", { ...PHONE, locale: "de-DE" });
    for (const line of ["nav ul", ".planner-status"]) {
      const height = await german.page.locator(line).evaluate((one) => one.offsetHeight);
      ok(height < 48, `${line} is one line in German, too`, height);
    }
    await german.end();
  },

  // What is tapped is large enough, and nothing is wider than the screen.
  async fingers(browser, file) {
    for (const hash of VIEWS) {
      const visit = await Visit.to(browser, file, hash, PHONE);
      const { page } = visit;
      await visit.planner();
      if (hash === VIEWS[2]) await page.waitForSelector(".next");
      for (const title of ["What I can do already", "What I wish of the way", "Files for"]) {
        const summary = page.locator("summary", { hasText: title });
        if (await summary.count()) await summary.first().tap();
      }
      const small = await page.evaluate((least) => {
        const all = "button, select, summary, nav a, .button, .level, .lanes label, [role=combobox], .reached a";
        return [...document.querySelectorAll(`${all}, input:not([type=radio], [type=checkbox])`)]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < least)
          .map((one) => one.outerHTML.slice(0, 90));
      }, FINGER - 0.5);
      equal(small, [], `too small on ${hash}`);
      ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 375, `width ${hash}`);
      await visit.end();
    }
  },

  // The way on the map is whole: lines that join others are drawn on to where they lead.
  async whole(browser, file) {
    const visit = await Visit.to(browser, file, VIEWS[2]);
    await visit.answer();
    const found = await visit.page.evaluate(() => {
      const ends = [...document.querySelectorAll(".frame .edge[data-mark=way] path")].map((one) => {
        const numbers = one.getAttribute("d").match(/-?[\d.]+/g).map(Number);
        return [numbers.slice(0, 2), numbers.slice(-2)];
      });
      const box = (id) => document.getElementById(`role-${id}`).getBBox();
      const at = ([x, y], { x: left, y: top, width, height }) =>
        x > left - 12 && x < left + width + 12 && y > top - 12 && y < top + height + 12;
      const from = box("business-analyst");
      const to = box("product-manager");
      let point = ends.find(([start]) => at(start, from))?.[1];
      for (let k = 0; point && !at(point, to) && k < 4; k++)
        point = ends.find(([start]) => Math.hypot(start[0] - point[0], start[1] - point[1]) < 1)?.[1];
      return Boolean(point && at(point, to));
    });
    ok(found, "from the analyst's box to the product manager's");
    await visit.end();
  },
};
