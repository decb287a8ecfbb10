// What somebody asks on the page of the bundled ladder, and what is answered.

import { readFileSync } from "node:fs";
import { Visit, equal, ok } from "./browser.mjs";

const WAY = "#from=business-analyst&to=senior-product-manager";

export const asking = {
  // Names, aliases and near misses are found, and lead to the role's page.
  async search(browser, file) {
    const visit = await Visit.to(browser, file);
    const field = visit.page.getByRole("combobox", { name: "Find a role", exact: true });
    for (const words of [
      "Senior Product Manager",
      "spm",
      "senior prod",
      "seniro product manager",
    ]) {
      await field.fill(words);
      await visit.page.keyboard.press("Enter");
      equal(await visit.page.textContent("article h2"), "Senior Product Manager", words);
    }
    await field.fill("zzzz");
    ok(
      (await visit.page.textContent("[role=listbox]:not([hidden])")).includes("Nothing"),
      "nothing is found",
    );
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
    await visit.page.waitForSelector(".ways .card");
    ok((await visit.page.locator(".ways .card").count()) > 1, "alternatives");
    await visit.page.click(".ways button >> nth=1");
    ok((await visit.answer()) !== "48 months", "another way is shown");
    await visit.page.waitForSelector(".next");
    await visit.end();
  },

  // The whole question in a sentence; one that is not understood changes nothing.
  async sentence(browser, file) {
    const visit = await Visit.to(browser, file);
    await visit.planner();
    await visit.page
      .getByLabel("Or say it in a sentence")
      .fill("I have been an analyst for 2 years and want to be SPM, without the PMP");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForSelector("[data-answer]");
    equal(new URL(visit.page.url()).hash, `${WAY}&months=24&without=pmp`, "address");
    await visit.page.click("summary:has-text('Or say it in a sentence')");
    await visit.page.getByLabel("Or say it in a sentence").fill("I am a quokka");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForFunction(
      () => document.querySelector(".sentence [role=status]").textContent.length > 10,
    );
    await visit.end();
  },

  // What somebody holds is said by the texts of the levels, and changes the answer.
  async assessment(browser, file) {
    const visit = await Visit.to(browser, file, WAY);
    await visit.planner();
    await visit.page.click("summary:has-text('What I can do already')");
    const groups = visit.page.locator(".assessment details > summary");
    for (let place = 0; place < (await groups.count()); place++) await groups.nth(place).click();
    const field = visit.page.locator("fieldset", { hasText: "Empathy" }).first();
    ok((await field.textContent()).includes("Listens without defending"), "texts of levels");
    await field.getByText("Listens without defending").click();
    await visit.page.waitForFunction(() => location.hash.includes("skill=empathy=2"));
    await visit.page.waitForSelector("[data-answer]");
    const [expected] = await visit.ask([
      {
        ask: "path",
        from: "business-analyst",
        to: "senior-product-manager",
        person: { skills: { empathy: 2 } },
      },
    ]);
    equal(await visit.answer(), `${expected.months} months`, "months");
    const chosen = "input[name=level-empathy]:checked";
    ok(
      await visit.page.locator(chosen).evaluate((one) => one === document.activeElement),
      "focus stays",
    );
    await visit.end();
  },

  // Where there is no way, it says what stands in it, and what would open one.
  async no(browser, file) {
    const visit = await Visit.to(
      browser,
      file,
      "#from=graduate&to=senior-product-manager&without=product-course",
    );
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
    const hash =
      "#from=business-analyst&to=senior-product-manager&months=6&skill=roadmapping=2&avoid=director-of-product";
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
    ok(
      (await visit.page.textContent("[role=alert]")).includes("nobody, months=x, nothing=9, foo"),
      "what is wrong is told",
    );
    await visit.end();
  },

  // Nothing is kept unless asked, and it is forgotten when asked.
  async memory(browser, file) {
    const visit = await Visit.to(browser, file, WAY);
    const kept = () =>
      visit.page.evaluate(
        () => localStorage.length + sessionStorage.length + document.cookie.length,
      );
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
    await visit.page.click("summary:has-text('Files for the command')");
    for (const name of ["plan.json", "As text", "For my calendar", "me.yaml"]) {
      const [download] = await Promise.all([
        visit.page.waitForEvent("download"),
        visit.page.click(`.keep button:has-text("${name}")`),
      ]);
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
};
