// What there is to see on the page of the bundled ladder, by whom, and where.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Visit, equal, ok, served } from "./browser.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WAY = "#from=business-analyst&to=senior-product-manager";

// Unfolds all that is folded, and what comes to light by that.
async function unfold(visit) {
  for (let round = 0; round < 3; round++) {
    await visit.page.evaluate(() =>
      document.querySelectorAll("#told details").forEach((one) => (one.open = true)),
    );
    await visit.page.waitForTimeout(50);
  }
}

export const seeing = {
  // A role's page tells what it expects, who gets in and where it leads.
  async role(browser, file) {
    const visit = await Visit.to(browser, file, "#role=product-manager");
    const text = await visit.page.textContent("article.role");
    for (const part of [
      "Who gets in",
      "Where it leads",
      "Senior Product Manager",
      "Business Analyst",
      "working",
      "36 months",
    ])
      ok(text.includes(part), part, text);
    await visit.page.click("text=I want to be this");
    equal(new URL(visit.page.url()).hash, "#to=product-manager", "address");
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
        const roles = [...picture.querySelectorAll("[id^=role-]")].map((one) => [
          one.id,
          one.getBBox().height,
        ]);
        return {
          height: picture.viewBox.baseVal.height,
          roles: Object.fromEntries(roles),
          marked: picture.querySelectorAll("[data-mark=way]").length,
        };
      });
    const before = await shape();
    await visit.page.getByLabel("Specialised roles").uncheck();
    const after = await shape();
    ok(after.height < before.height, "lower", [before.height, after.height]);
    const {
      "role-ux-product-manager": ux,
      "role-data-product-manager": data,
      "role-product-marketing-manager": marketing,
      ...others
    } = before.roles;
    ok(ux && data && marketing, "there before");
    for (const [id, height] of Object.entries(others))
      ok(Math.abs(after.roles[id] - height) < 0.1, id, after.roles[id]);
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
      await visit.page.waitForFunction(
        (n) => location.hash.split("compare=").length - 1 === n,
        ["PM", "SPM", "APM"].indexOf(words) + 1,
      );
    }
    equal(await visit.page.locator(".comparison thead th").count(), 3, "columns");
    ok((await visit.page.locator(".comparison tbody tr").count()) > 5, "rows");
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
    const focused = () => page.evaluate(() => document.activeElement.id);
    equal(await focused(), "picker-to", "the focus stays in the form");
    await page.waitForFunction(() => document.querySelector(".unseen").textContent.startsWith("48 months"));
    await page.keyboard.press("Tab");
    await page.keyboard.type("6");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => location.hash.endsWith("months=6"));
    await page.waitForFunction(() => document.activeElement.id !== "field-months");
    await until("Map; arrow keys move it, plus and minus change its size, 0 fits it");
    const width = () => page.evaluate(() => document.querySelector(".frame svg").clientWidth);
    const before = await width();
    await page.keyboard.press("+");
    ok((await width()) > before, "zoomed", await width());
    await page.keyboard.press("0");
    equal(await width(), before, "fits");
    await visit.end();
  },

  // On a phone nothing is wider than the screen, in either language, however small it is.
  async phone(browser, file) {
    for (const locale of ["en-GB", "de-DE"]) {
      const visit = await Visit.to(browser, file, "", { locale });
      await visit.planner();
      for (const hash of [
        WAY,
        `${WAY}&within=3`,
        "#from=business-analyst",
        "#role=product-manager",
        "#roles",
        "#compare=",
        "#compare=product-manager&compare=graduate&compare=senior-product-manager",
      ]) {
        await visit.go(hash);
        await visit.page.waitForFunction((part) => document.querySelector(part), hash.includes("from=") ? "[data-answer]" : "article");
        for (const width of [375, 320]) {
          await visit.page.setViewportSize({ width, height: 740 });
          const found = await visit.page.evaluate(() => document.documentElement.scrollWidth);
          ok(found <= width, `${locale} ${width} ${hash}`, found);
        }
      }
      await visit.end();
    }
  },

  // A browser that is too old for it is told so.
  async old(browser, file) {
    const page = await browser.newPage();
    await page.addInitScript(() => delete window.DecompressionStream);
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector("text=needs a newer browser");
    await page.close();
  },

  // Dark and light follow the reader; print is on paper.
  async looks(browser, file) {
    const visit = await Visit.to(browser, file, WAY, { colorScheme: "dark" });
    const ground = () =>
      visit.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
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

  // The same from a server as from a file.
  async http(browser, file) {
    await served(file, async (server) => {
      const visit = await Visit.to(browser, file, WAY, { server });
      await visit.planner();
      equal(await visit.answer(), "48 months", "months");
      await visit.end();
    });
  },

  // Names of a hostile ladder are shown as they are written.
  async hostile(browser, file) {
    const visit = await Visit.to(browser, file, `${WAY}&months=2`);
    visit.page.on("dialog", () => visit.said.push("a dialog"));
    await visit.planner();
    ok((await visit.answer()).endsWith("months"), "answered");
    await visit.page.waitForSelector(".next");
    const foreign = "script:not([type]), img, b, iframe, [onerror], [href^='javascript']";
    for (const hash of [
      "",
      WAY,
      "#from=business-analyst",
      "#role=product-manager",
      "#roles",
      "#compare=product-manager&compare=graduate",
      "#from=product-manager&to=graduate",
    ]) {
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

  // No serious fault by axe-core's rules, on any of its pages, in light and dark, and on a phone.
  async axe(browser, file) {
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 1280],
      ["light", 375],
      ["dark", 375],
    ]) {
      for (const hash of [
        "",
        WAY,
        "#from=business-analyst",
        "#from=product-manager&to=graduate",
        "#role=product-manager",
        "#roles",
        "#compare=product-manager&compare=graduate",
      ]) {
        // Axe is put there from outside, which the page's own policy would refuse.
        const viewport = { width, height: 740 };
        const visit = await Visit.to(browser, file, hash, { colorScheme, viewport, bypassCSP: true });
        await visit.planner();
        if (hash === WAY) await visit.page.waitForSelector(".next");
        await unfold(visit);
        await visit.page.addScriptTag({ path: AXE });
        const found = await visit.page.evaluate(async () => (await window.axe.run()).violations);
        const serious = found.filter((one) => ["serious", "critical"].includes(one.impact));
        equal(
          serious.map((one) => [
            one.id,
            one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
          ]),
          [],
          `${colorScheme} ${width} ${hash}`,
        );
        await visit.context.close();
      }
    }
  },
};
