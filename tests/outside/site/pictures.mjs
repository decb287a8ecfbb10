// Pictures of the page: node pictures.mjs CHROMIUM PAGE FOLDER writes those of the documentation;
// with "all" behind, every view at 1280 and 375 pixels, by day and by night, to be looked at.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Visit, launched } from "./browser.mjs";

const WAY = "#from=business-analyst&to=senior-product-manager";
const SHOWN = [
  { name: "page-way", hash: WAY, width: 1280, height: 800 },
  { name: "page-reach", hash: "#from=business-analyst", width: 1280, height: 800, colorScheme: "dark" },
  { name: "page-phone", hash: `${WAY}&months=6`, width: 375, height: 667 },
];
const VIEWS = {
  start: "",
  way: WAY,
  reach: "#from=business-analyst",
  no: "#from=product-manager&to=graduate",
  limits: `${WAY}&within=3`,
  role: "#role=product-manager",
  roles: "#roles",
  compare: "#compare=product-manager&compare=senior-product-manager&compare=graduate",
};

async function picture(browser, file, folder, { name, hash, width, height, scale = 1, ...look }) {
  const visit = await Visit.to(browser, file, hash, {
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: look.colorScheme ?? "light",
  });
  await visit.planner();
  if (hash.includes("&to=")) await visit.page.waitForSelector("[data-answer]");
  if (hash === WAY) await visit.page.waitForSelector(".next");
  await visit.page.evaluate(() => document.activeElement?.blur());
  await visit.page.waitForTimeout(300);
  const session = await visit.context.newCDPSession(visit.page);
  const { cssContentSize } = await session.send("Page.getLayoutMetrics");
  const clip = { x: 0, y: 0, width, height: cssContentSize.height, scale: 1 };
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 80,
    ...(look.whole ? { clip, captureBeyondViewport: true } : {}),
  });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, "base64"));
  await visit.end();
}

const [program, file, folder, all] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await launched(program);
try {
  const wanted = all
    ? Object.entries(VIEWS).flatMap(([name, hash]) =>
        [1280, 375].flatMap((width) =>
          ["light", "dark"].map((colorScheme) => ({
            name: `${name}-${width}-${colorScheme}`,
            hash,
            width,
            height: 900,
            colorScheme,
            whole: true,
          })),
        ),
      )
    : SHOWN;
  for (const one of wanted) await picture(browser, file, folder, one);
} finally {
  await browser.close();
}
