// What somebody does on the page of the bundled ladder: node scenarios.mjs CHROMIUM PAGE NAME

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Visit, equal, launched, ok, served } from "./browser.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WAY = "#from=business-analyst&to=senior-product-manager";

// Unfolds all that is folded, and what comes to light by that.
async function unfold(visit) {
  for (let round = 0; round < 3; round++) {
    await visit.page.evaluate(() => document.querySelectorAll("#told details").forEach((one) => (one.open = true)));
    await visit.page.waitForTimeout(50);
  }
}

const SCENARIOS = {
  // Names, aliases and near misses are found, and lead to the role's page.
  async search(browser, file) {
    const visit = await Visit.to(browser, file);
    const field = visit.page.getByRole("combobox", { name: "Find a role", exact: true });
    for (const words of ["Senior Product Manager", "spm", "senior prod", "seniro product manager"]) {
      await field.fill(words);
      await visit.page.keyboard.press("Enter");
      equal(await visit.page.textContent("article h2"), "Senior Product Manager", words);
    }
    await field.fill("zzzz");
    ok((await visit.page.textContent("[role=listbox]:not([hidden])")).includes("Nothing"), "nothing is found");
    await visit.end();
  },

  // A role's page tells what it expects, who gets in and where it leads.
  async role(browser, file) {
    const visit = await Visit.to(browser, file, "#role=product-manager");
    const text = await visit.page.textContent("article.role");
    for (const part of ["Who gets in", "Where it leads", "Senior Product Manager", "Business Analyst", "working", "36 months"])
      ok(text.includes(part), part, text);
    await visit.page.click("text=I want to be this");
    equal(new URL(visit.page.url()).hash, "#to=product-manager", "address");
    await visit.end();
  },

  // From and to are typed; the answer stands as list, on the map and over time, before the planner.
  async way(browser, file) {
    const visit = await Visit.to(browser, file);
    await visit.page.getByRole("combobox", { name: "I am", exact: true }).fill("analyst");
    await visit.page.keyboard.press("Enter");
    await visit.page.getByRole("combobox", { name: "I want to be", exact: true }).fill("SPM");
    await visit.page.keyboard.press("Enter");
    equal(await visit.answer(), "48 months", "months");
    equal(new URL(visit.page.url()).hash, WAY, "address");
    const stays = await visit.page.locator(".steps > li > h3").allTextContents();
    equal(stays, ["Business Analyst", "Product Manager", "Senior Product Manager"], "list");
    equal(await visit.page.locator('.frame [id^="role-"][data-mark="way"]').count(), 3, "map");
    equal(await visit.page.locator(".timeline .stay").count(), 2, "timeline");
    await visit.planner();
    await visit.page.waitForSelector(".ways tbody tr");
    ok((await visit.page.locator(".ways tbody tr").count()) > 1, "alternatives");
    await visit.page.click(".ways button >> nth=0");
    ok((await visit.answer()) !== "48 months", "another way is shown");
    await visit.page.waitForSelector(".next");
    await visit.end();
  },

  // The whole question in a sentence; one that is not understood changes nothing.
  async sentence(browser, file) {
    const visit = await Visit.to(browser, file);
    await visit.planner();
    await visit.page.getByLabel("Say it in a sentence").fill("I have been an analyst for 2 years and want to be SPM, without the PMP");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForSelector("[data-answer]");
    equal(new URL(visit.page.url()).hash, `${WAY}&months=24&without=pmp`, "address");
    await visit.page.getByLabel("Say it in a sentence").fill("I am a quokka");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForFunction(() => document.querySelector(".sentence [role=status]").textContent.length > 10);
    await visit.end();
  },

  // What somebody holds is said by the texts of the levels, and changes the answer.
  async assessment(browser, file) {
    const visit = await Visit.to(browser, file, WAY);
    await visit.planner();
    await visit.page.click("summary:has-text('What I hold')");
    const groups = visit.page.locator(".assessment details > summary");
    for (let place = 0; place < (await groups.count()); place++) await groups.nth(place).click();
    const field = visit.page.locator("fieldset", { hasText: "Empathy" }).first();
    ok((await field.textContent()).includes("Listens without defending"), "texts of levels");
    await field.getByText("Listens without defending").click();
    await visit.page.waitForFunction(() => location.hash.includes("skill=empathy=2"));
    await visit.page.waitForSelector("[data-answer]");
    const [expected] = await visit.ask([
      { ask: "path", from: "business-analyst", to: "senior-product-manager", person: { skills: { empathy: 2 } } },
    ]);
    equal(await visit.answer(), `${expected.months} months`, "months");
    const chosen = "input[name=level-empathy]:checked";
    ok(await visit.page.locator(chosen).evaluate((one) => one === document.activeElement), "focus stays");
    await visit.end();
  },

  // Without a goal all that can be reached is listed, and shaded on the map.
  async reach(browser, file) {
    const visit = await Visit.to(browser, file, "#from=business-analyst");
    equal(await visit.answer(), "10 roles can be reached", "reached");
    equal(await visit.page.locator('.frame [data-mark^="shade-"]').count(), 11, "shaded");
    equal(await visit.page.locator('.frame [data-mark="unreached"]').count(), 3, "not reached");
    await visit.end();
  },

  // A track that is folded away leaves its name, and the others as they are.
  async fold(browser, file) {
    const visit = await Visit.to(browser, file, WAY);
    await visit.answer();
    const shape = () =>
      visit.page.evaluate(() => {
        const picture = document.querySelector(".frame svg");
        const roles = [...picture.querySelectorAll("[id^=role-]")].map((one) => [one.id, one.getBBox().height]);
        return { height: picture.viewBox.baseVal.height, roles: Object.fromEntries(roles), marked: picture.querySelectorAll("[data-mark=way]").length };
      });
    const before = await shape();
    await visit.page.getByLabel("Specialised roles").uncheck();
    const after = await shape();
    ok(after.height < before.height, "lower", [before.height, after.height]);
    const { "role-ux-product-manager": ux, "role-data-product-manager": data, "role-product-marketing-manager": marketing, ...others } = before.roles;
    ok(ux && data && marketing, "there before");
    for (const [id, height] of Object.entries(others)) ok(Math.abs(after.roles[id] - height) < 0.1, id, after.roles[id]);
    equal(Object.keys(after.roles).length, Object.keys(others).length, "roles left");
    equal(after.marked, before.marked, "the way is still in it");
    ok(await visit.page.isVisible("[id=lane-specialised]"), "its name is left");
    await visit.page.getByLabel("Specialised roles").check();
    equal(await shape(), before, "as before");
    await visit.end();
  },

  // Roles stand side by side.
  async compare(browser, file) {
    const visit = await Visit.to(browser, file);
    await visit.page.click("nav >> text=Compare roles");
    for (const words of ["PM", "SPM", "APM"]) {
      await visit.page.getByRole("combobox", { name: "Roles to compare" }).fill(words);
      await visit.page.keyboard.press("Enter");
      await visit.page.waitForFunction((n) => location.hash.split("compare=").length - 1 === n, ["PM", "SPM", "APM"].indexOf(words) + 1);
    }
    equal(await visit.page.locator(".comparison thead th").count(), 4, "columns");
    ok((await visit.page.locator(".comparison tbody tr").count()) > 5, "rows");
    await visit.end();
  },

  // Where there is no way, it says what stands in it, and what would open one.
  async no(browser, file) {
    const visit = await Visit.to(browser, file, "#from=graduate&to=senior-product-manager&without=product-course");
    await visit.planner();
    await visit.page.waitForSelector("[data-answer]");
    await visit.go("#from=product-manager&to=graduate");
    await visit.page.waitForSelector("text=What is in the way");
    equal(await visit.answer(), "There is no way", "no");
    await visit.page.waitForSelector("text=What would open a way");
    await visit.go(`${WAY}&within=3`);
    await visit.page.waitForSelector("text=It would take one of these");
    await visit.end();
  },

  // The question stands in the address: it can be shared, and the back button leads back.
  async share(browser, file) {
    const hash = "#from=business-analyst&to=senior-product-manager&months=6&skill=roadmapping=2&avoid=director-of-product";
    const visit = await Visit.to(browser, file, hash);
    await visit.planner();
    const shared = await visit.answer();
    equal(await visit.page.inputValue("#field-months"), "6", "months in the form");
    await visit.go("#role=product-manager");
    await visit.page.waitForSelector("article.role");
    await visit.page.goBack();
    equal(await visit.answer(), shared, "after going back");
    equal(new URL(visit.page.url()).hash, hash, "address");
    await visit.go("#from=nobody&to=senior-product-manager&months=x&skill=nothing=9&foo=1");
    ok((await visit.page.textContent("[role=alert]")).includes("nobody, months=x, nothing=9, foo"), "what is wrong is told");
    await visit.end();
  },

  // Everything is there for who has no mouse.
  async keyboard(browser, file) {
    const visit = await Visit.to(browser, file);
    const { page } = visit;
    const until = async (label) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const one = document.activeElement;
          return one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.textContent;
        });
        if (at === label) return;
      }
      ok(false, "reached by Tab", label);
    };
    await until("I am");
    await page.keyboard.type("analyst");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#from=business-analyst");
    await until("I want to be");
    await page.keyboard.type("spm");
    await page.keyboard.press("Enter");
    equal(await visit.answer(), "48 months", "months");
    await until("Map; arrow keys move it, plus and minus change its size, 0 fits it");
    const width = () => page.evaluate(() => document.querySelector(".frame svg").clientWidth);
    const before = await width();
    await page.keyboard.press("+");
    ok((await width()) > before, "zoomed", await width());
    await page.keyboard.press("0");
    equal(await width(), before, "fits");
    await visit.end();
  },

  // On a phone nothing is wider than the screen.
  async phone(browser, file) {
    for (const hash of ["", WAY, "#from=business-analyst", "#role=product-manager", "#roles", "#compare=product-manager&compare=graduate"]) {
      const visit = await Visit.to(browser, file, hash, { viewport: { width: 375, height: 740 } });
      await visit.planner();
      const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      ok(width <= 375, hash, width);
      await visit.end();
    }
  },

  // Dark and light follow the reader; print is on paper.
  async looks(browser, file) {
    const visit = await Visit.to(browser, file, WAY, { colorScheme: "dark" });
    const ground = () => visit.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await visit.page.emulateMedia({ colorScheme: "light" });
    ok((await ground()) !== dark, "light differs", dark);
    await visit.page.emulateMedia({ media: "print", colorScheme: "dark" });
    equal(await ground(), "rgb(255, 255, 255)", "printed on white");
    ok(!(await visit.page.isVisible("form.way")), "the form is not printed");
    ok(await visit.page.isVisible("[data-answer]"), "the answer is");
    ok((await visit.page.pdf()).length > 10000, "it prints");
    await visit.end();
  },

  // In German for who reads German.
  async german(browser, file) {
    const visit = await Visit.to(browser, file, WAY, { locale: "de-DE" });
    equal(await visit.answer(), "48 Monate", "months");
    equal(await visit.page.getAttribute("html", "lang"), "de", "language");
    ok(await visit.page.isVisible("text=Mein Weg"), "navigation");
    await visit.planner();
    await visit.end();
  },

  // The same from a server as from a file.
  async http(browser, file) {
    await served(file, async (server) => {
      const visit = await Visit.to(browser, file, WAY, { server });
      await visit.planner();
      equal(await visit.answer(), "48 months", "months");
      await visit.end();
    });
  },

  // Nothing is kept unless asked, and it is forgotten when asked.
  async memory(browser, file) {
    const visit = await Visit.to(browser, file, WAY);
    const kept = () => visit.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
    equal(await kept(), 0, "at first");
    await visit.page.click("text=Remember me in this browser");
    equal(await kept(), 1, "once asked");
    await visit.page.goto("about:blank");
    await visit.page.goto(visit.address);
    equal(await visit.answer(), "48 months", "remembered");
    await visit.page.click("text=Forget me");
    equal(await kept(), 0, "forgotten");
    equal(new URL(visit.page.url()).hash, "", "nor does the address say it");
    visit.requests = visit.requests.filter((url) => url !== "about:blank");
    await visit.end();
  },

  // The files of a plan are written, without a network. They are printed, for others to read.
  async keep(browser, file) {
    const visit = await Visit.to(browser, file, `${WAY}&months=6&skill=roadmapping=2`);
    await visit.planner();
    await visit.answer();
    await visit.page.fill("#begins", "2027-03");
    const files = {};
    for (const name of ["plan.json", "Markdown", "Calendar", "Where I stand (YAML)"]) {
      const [download] = await Promise.all([visit.page.waitForEvent("download"), visit.page.click(`.keep button:has-text("${name}")`)]);
      files[download.suggestedFilename()] = readFileSync(await download.path(), "utf8");
    }
    await visit.end();
    console.log(JSON.stringify(files));
  },

  // A light page: the answers for established holders, and what it says of others.
  async light(browser, file) {
    const visit = await Visit.to(browser, file, WAY);
    await visit.planner("none");
    equal(await visit.answer(), "48 months", "months");
    await visit.go(`${WAY}&months=6`);
    await visit.page.waitForSelector("text=This question needs the planner");
    await visit.go("#from=business-analyst");
    equal(await visit.answer(), "10 roles can be reached", "reached");
    await visit.go("#from=product-manager&to=graduate");
    await visit.page.waitForSelector("text=What would open a way");
    await visit.end();
  },

  // Names of a hostile ladder are shown as they are written.
  async hostile(browser, file) {
    const visit = await Visit.to(browser, file, `${WAY}&months=2`);
    visit.page.on("dialog", () => visit.said.push("a dialog"));
    await visit.planner();
    ok((await visit.answer()).endsWith("months"), "answered");
    await visit.page.waitForSelector(".next");
    const foreign = "script:not([type]), img, b, iframe, [onerror], [href^='javascript']";
    for (const hash of ["", WAY, "#from=business-analyst", "#role=product-manager", "#roles", "#compare=product-manager&compare=graduate", "#from=product-manager&to=graduate"]) {
      await visit.go(hash);
      await visit.page.waitForTimeout(200);
      await unfold(visit);
      equal(await visit.page.locator(foreign).count(), 1, `elements on ${hash}`); // the page's own script
    }
    await visit.go("#roles");
    const shown = await visit.page.textContent("main");
    for (const name of ["<b>", "<!--", "&lt;"]) ok(shown.includes(name), name);
    ok((await visit.page.title()).includes("<script>"), "the title is text");
    await visit.end();
  },

  // No serious fault by axe-core's rules, on any of its pages, in light and dark.
  async axe(browser, file) {
    for (const colorScheme of ["light", "dark"]) {
      for (const hash of ["", WAY, "#from=business-analyst", "#from=product-manager&to=graduate", "#role=product-manager", "#roles", "#compare=product-manager&compare=graduate"]) {
        // Axe is put there from outside, which the page's own policy would refuse.
        const visit = await Visit.to(browser, file, hash, { colorScheme, bypassCSP: true });
        await visit.planner();
        if (hash === WAY) await visit.page.waitForSelector(".next");
        await unfold(visit);
        await visit.page.addScriptTag({ path: AXE });
        const found = await visit.page.evaluate(async () => (await window.axe.run()).violations);
        const serious = found.filter((one) => ["serious", "critical"].includes(one.impact));
        equal(serious.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]), [], `${colorScheme} ${hash}`);
        await visit.context.close();
      }
    }
  },
};

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
