// Walks through pages of a built site with the keyboard alone and reports what cannot be done, as JSON.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { kinds } from "./kinds.mjs";
import { listen } from "./screens.mjs";

const site = resolve(process.argv[2]);
const pages = kinds(site);
const report = { stops: 0, sorted: 0, traces: 0, faults: [] };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});

async function open(kind, width, options = {}) {
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ offline: true, viewport, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const fault = (what) => report.faults.push(`${pages[kind]} at ${width}: ${what}`);
  listen(page, fault);
  await page.goto(pathToFileURL(join(site, pages[kind])).href);
  return [page, fault, () => context.close()];
}

/** Numbers whatever can be used, in the order of the page. */
function mark() {
  const usable = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
  // Of a table's links one is a stop, and of choices that exclude one another the one that holds.
  const isStop = (one) => one.tabIndex === 0 && (one.type !== "radio" || one.checked);
  const shown = usable.filter((one) => isStop(one) && one.checkVisibility({ visibilityProperty: true }) && !one.closest("aside.trace"));
  shown.forEach((one, at) => { one.dataset.stop = at; });
  return shown.length;
}

/** Which one has the focus, and whether a reader sees that it has. */
function focused() {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
  const spots = [.1, .5, .9].flatMap((x) => [.2, .8].map((y) =>
    document.elementFromPoint(left + x * (right - left), top + y * (bottom - top))));
  return {
    stop: Number(one.dataset.stop ?? -1),
    what: `${one.tagName} ${one.textContent.trim().slice(0, 20)}`,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: right > left && bottom > top && spots.some((spot) => spot && (one.contains(spot) || spot.contains(one))),
  };
}

// Every stop in the order of the page and back, each with a ring that nothing covers.
async function stops(kind, width) {
  const [page, fault, close] = await open(kind, width);
  // From the top, wherever the page itself put the focus.
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); });
  const count = await page.evaluate(mark);
  for (const [key, order] of [["Tab", (at) => at], ["Shift+Tab", (at) => count - 2 - at]]) {
    for (let at = 0; at < count - (key === "Tab" ? 0 : 1); at += 1) {
      await page.keyboard.press(key);
      const { stop, what, ringed, seen } = await page.evaluate(focused);
      if (stop !== order(at)) { fault(`${key} leads to ${stop} (${what}), not to ${order(at)}`); break; }
      if (!ringed) fault(`${what} has no ring`);
      if (!seen) fault(`${what} is covered after ${key}`);
      report.stops += 1;
    }
  }
  await close();
}

async function skipping(kind) {
  const [page, fault, close] = await open(kind, 1024);
  await page.keyboard.press("Tab");
  const top = await page.evaluate(() => document.activeElement.matches(".skip") && document.activeElement.getBoundingClientRect().top);
  if (!(top >= 0)) fault("the first stop is no visible link to the text");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#main$/);
  await page.keyboard.press("Tab");
  if (!(await page.evaluate(() => document.activeElement.closest("main") !== null))) fault("skipping does not lead into the text");
  await close();
}

async function sorting(kind) {
  const [page, fault, close] = await open(kind, 1024);
  const head = page.locator("th:has([role=button])").first();
  await head.locator("[role=button]").focus();
  for (const [key, wanted] of [["Enter", "ascending"], [" ", "descending"]]) {
    await page.keyboard.press(key);
    if ((await head.getAttribute("aria-sort")) === wanted) report.sorted += 1;
    else fault(`${key} does not sort`);
  }
  await close();
}

// A trace takes the focus when it opens; closing gives it back to the number.
async function tracing(kind, javaScriptEnabled) {
  const [page, fault, close] = await open(kind, 1024, { javaScriptEnabled });
  const about = javaScriptEnabled ? "" : ", without scripts";
  const number = page.locator("main td a[href^='#t-'][id]").first();
  const [opener, trace] = await Promise.all(["id", "href"].map((name) => number.getAttribute(name)));
  const active = () => page.evaluate(() => document.activeElement.id);
  const ways = javaScriptEnabled ? [["Tab", "Enter"], ["Escape"]] : [["Tab", "Enter"]];
  for (const keys of ways) {
    await number.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => decodeURIComponent(url.hash) === trace);
    const panel = page.locator(`[id="${trace.slice(1)}"]`);
    if (!(await panel.isVisible())) fault(`Enter does not open a trace${about}`);
    if ((await active()) !== trace.slice(1)) fault(`an open trace has not got the focus${about}`);
    if (await page.evaluate(() => document.getAnimations().length)) fault("moves although it shall not");
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForURL((url) => decodeURIComponent(url.hash) !== trace);
    if (await panel.isVisible()) fault(`${keys} does not close a trace${about}`);
    if ((await active()) !== opener) fault(`${keys} gives the focus to “${await active()}”${about}`);
    report.traces += 1;
  }
  await close();
}

async function language(kind) {
  const [page, fault, close] = await open(kind, 1024);
  if ((await page.getAttribute("html", "lang")) !== "zh-CN") fault("does not say its language");
  if (await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior !== "auto")) fault("scrolls smoothly although it shall not");
  await close();
}

for (const kind of ["portal", "counties", "unit", "projects", "search"]) await stops(kind, 360);
for (const kind of ["counties", "county", "project"]) await stops(kind, 1024);
for (const kind of Object.keys(pages)) {
  // The search page starts in its box.
  if (kind !== "search") await skipping(kind);
  await language(kind);
}
for (const kind of ["edition", "projects"]) await sorting(kind);
for (const kind of ["edition", "counties", "single"])
  for (const scripts of [true, false]) await tracing(kind, scripts);
await browser.close();
console.log(JSON.stringify(report));
