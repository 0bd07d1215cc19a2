// Opens every kind of page of a built site from file:// and reports what is wrong with it.
// Usage: node look.mjs SITE [FOLDER FOR PICTURES]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { kinds } from "./kinds.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = resolve(process.argv[2]);
const pictures = process.argv[3];
const only = process.argv[4];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const faults = [];
let visits = 0;

// Every width, both colours, with and without scripts; not all products of them.
const screens = [
  [360, "light", true],
  [768, "dark", true],
  [1440, "light", true],
  [360, "dark", false],
];

/** Leaves the first of what repeats itself: axe takes minutes for thousands of like cells. */
function thin() {
  for (const [list, kept] of [["tbody", 6], [".traces", 4], [".standing-traces", 3], [".records", 3], [".links", 6]])
    for (const one of document.querySelectorAll(list)) [...one.children].slice(kept).forEach((child) => child.remove());
}

/** What axe finds; it needs timers, which a page without scripts does not have. */
async function ask(page) {
  await page.evaluate(axe);
  await page.evaluate(thin);
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] }), tags);
  if (found.passes.length < 10) return ["axe looked at nothing"];
  return found.violations.map((one) => `axe ${one.impact} ${one.id}: ${one.nodes.length} × ${one.nodes[0].target} ${one.nodes[0].html.slice(0, 160)} — ${one.nodes[0].failureSummary.replace(/\s+/g, " ").slice(0, 200)}`);
}

async function visit(context, name, path, about, script) {
  const page = await context.newPage();
  const found = [];
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") found.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) found.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(site, path)).href);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (content > window) found.push(`scrolls sideways: ${content} > ${window}`);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${about}.png`), fullPage: !process.env.FOLD });
  if (script) found.push(...(await ask(page)));
  for (const fault of new Set(found)) {
    faults.push(fault);
    console.log(`${path} (${about}${script ? "" : ", no script"}): ${fault}`);
  }
  await page.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
for (const [width, colorScheme, script] of screens) {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: script, offline: true });
  const chosen = Object.entries(kinds(site)).filter(([name]) => !only || only.split(",").includes(name));
  for (const [name, path] of chosen) {
    await visit(context, name, path, `${width}-${colorScheme}`, script);
    visits += 1;
  }
  await context.close();
}
await browser.close();
console.log(`${Object.keys(kinds(site)).length} kinds, ${visits} visits, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
