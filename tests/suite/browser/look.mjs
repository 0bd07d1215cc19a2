// Opens every kind of page of a built site from file:// and reports what is wrong with it.
// Usage: node look.mjs SITE [FOLDER FOR PICTURES [KINDS]]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { kinds } from "./kinds.mjs";
import { SCREENS, listen, print, show, tooWide } from "./screens.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [site, pictures, only] = [resolve(process.argv[2]), ...process.argv.slice(3)];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const faults = [];
let visits = 0;

/** Leaves the first of what repeats itself: axe takes minutes for thousands of like cells. */
function thin() {
  for (const [list, kept] of [["tbody", 6], [".traces", 4], [".standing-traces", 3], [".records", 3], [".links", 6], [".index", 6], [".facts", 8]])
    for (const one of document.querySelectorAll(list)) [...one.children].slice(kept).forEach((child) => child.remove());
}

async function ask(page) {
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false }), tags);
  if (found.passes.length < 10) return ["axe looked at nothing"];
  return found.violations.map((one) => `axe ${one.impact} ${one.id}: ${one.nodes.length} × ${one.nodes[0].target} ${one.nodes[0].html.slice(0, 160)} — ${one.nodes[0].failureSummary.replace(/\s+/g, " ").slice(0, 200)}`);
}

/** The page as it is without scripts; axe needs timers, which stand still where scripts are off. */
function bare(path) {
  const page = readFileSync(path, "utf8");
  return page.replace(/<script( src="[^"]*")?>.*?<\/script>/gs, "").replace(/<\/?noscript>/g, "");
}

async function visit(context, name, path, script) {
  const page = await context.newPage();
  const found = [];
  listen(page, (fault) => found.push(fault));
  const file = join(site, path);
  if (!script) await page.route(pathToFileURL(file).href, (route) => route.fulfill({ contentType: "text/html", body: bare(file) }));
  await page.goto(pathToFileURL(file).href);
  for (const screen of SCREENS) {
    await show(page, screen);
    found.push(...(await tooWide(page)));
    const about = `${screen.width}-${screen.colorScheme}${script ? "" : "-bare"}`;
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${about}.png`), fullPage: !process.env.FOLD });
  }
  await print(page);
  found.push(...(await tooWide(page)).map((wide) => `on paper ${wide}`));
  await page.emulateMedia({ media: null });
  await page.evaluate(axe);
  await page.evaluate(thin);
  for (const screen of SCREENS) {
    await show(page, screen);
    found.push(...(await ask(page)));
    visits += 1;
  }
  for (const fault of new Set(found)) {
    faults.push(fault);
    console.log(`${path}${script ? "" : " (no script)"}: ${fault}`);
  }
  await page.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
const context = await browser.newContext({ offline: true });
const chosen = Object.entries(kinds(site)).filter(([name]) => !only || only.split(",").includes(name));
const left = chosen.flatMap(([name, path]) => [true, false].map((script) => [name, path, script]));
// Two at a time.
await Promise.all([0, 1].map(async () => {
  while (left.length > 0) await visit(context, ...left.shift());
}));
await browser.close();
console.log(`${chosen.length} kinds, ${visits} visits, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
