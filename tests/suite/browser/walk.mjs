// Opens the built site from file://, follows every link and reports what goes wrong, as JSON.
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { SCREENS, listen, show, tooWide } from "./screens.mjs";

const [root, pictures] = process.argv.slice(2).map((path) => realpathSync(path));
const home = pathToFileURL(root).href + "/";
const start = home + "index.html";
const report = { books: 0, pages: 0, links: 0, faults: [], traces: 0, pictures: 0 };
const fault = (where, what) => report.faults.push(`${where.replace(home, "")}: ${what}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});

async function open(width, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  listen(page, (what) => fault(page.url(), what));
  return page;
}

// Every page at every width, in light with scripts and in dark without; every link leads to a file and, where it says so, a place in it.
async function walk(javaScriptEnabled) {
  const page = await open(1280, { javaScriptEnabled });
  const anchors = new Map();
  const wanted = [];
  const queue = [start];
  const seen = new Set(queue);
  while (queue.length > 0) {
    const url = queue.shift();
    await page.goto(url);
    const found = await page.evaluate(() => ({
      links: [...document.querySelectorAll("[href], [src]")]
        .filter((one) => !one.closest("svg"))
        .map((one) => ({ url: one.href ?? one.src, rel: one.tagName })),
      ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
      text: document.body.innerText.trim().length,
    }));
    report.pages += 1;
    for (const screen of SCREENS.filter((one) => (one.colorScheme === "light") === javaScriptEnabled)) {
      await show(page, screen);
      for (const wide of await tooWide(page)) fault(url, wide);
    }
    if (found.text < 40) fault(url, "is empty");
    if (new Set(found.ids).size < found.ids.length) fault(url, "has an id twice");
    anchors.set(url, new Set(found.ids));
    for (const { url: target, rel } of found.links) {
      report.links += 1;
      const [plain, hash] = target.split("#");
      if (/^https?:/.test(plain) && rel === "A") continue;
      if (plain.startsWith("data:")) continue;
      if (!plain.startsWith(home)) { fault(url, `leads out of the folder: ${target}`); continue; }
      if (!existsSync(fileURLToPath(plain))) fault(url, `leads nowhere: ${target}`);
      else if (plain.endsWith(".html")) {
        wanted.push([url, plain, decodeURIComponent(hash ?? "")]);
        if (!seen.has(plain)) { seen.add(plain); queue.push(plain); }
      }
    }
  }
  for (const [from, to, id] of wanted) {
    if (id && !anchors.get(to)?.has(id)) fault(from, `no place ${id} in ${to.replace(home, "")}`);
  }
  await page.context().close();
  return [...seen];
}

// A click on a number opens its trace; so it does without scripts.
async function traces(url, width, javaScriptEnabled) {
  const page = await open(width, { javaScriptEnabled });
  await page.goto(url);
  const links = page.locator("main a[href^='#t-']:has(data):visible");
  for (const at of [0, 1, Math.max(0, (await links.count()) - 1)]) {
    const link = links.nth(at);
    const id = (await link.getAttribute("href")).slice(1);
    await link.scrollIntoViewIfNeeded();
    await link.click();
    const trace = page.locator(`[id="${id}"]`);
    if (await trace.isVisible()) report.traces += 1;
    else fault(url, `the trace ${id} does not open at ${width}, scripts: ${javaScriptEnabled}`);
    await page.goto(url);
  }
  const numbers = await page.locator("main data[data-figure]").count();
  if (numbers < 4) fault(url, `only ${numbers} numbers, scripts: ${javaScriptEnabled}`);
  await page.context().close();
}

async function picture(url, width, name, height) {
  if (!existsSync(fileURLToPath(url))) return;
  const page = await open(width, { viewport: { width, height } });
  await page.goto(url);
  await page.screenshot({ path: join(pictures, name) });
  report.pictures += 1;
  await page.context().close();
}

const [pages] = await Promise.all([walk(true), walk(false)]);
const editions = pages.filter((url) => /\/\d{4}-\d{2}\/index\.html$/.test(url)).sort();
for (const book of new Set(editions.map((url) => dirname(dirname(url))))) {
  const newest = editions.filter((url) => url.startsWith(book + "/")).at(-1);
  report.books += 1;
  for (const width of [1280, 390])
    for (const scripts of [true, false]) await traces(newest, width, scripts);
}
if (pictures) {
  await picture(home + "wushan/2023-06/index.html", 1280, "edition.png", 1400);
  await picture(home + "wushan/2023-06/index.html", 390, "edition-phone.png", 844);
  await picture(home + "wushan/units/jingxinwei.html", 1280, "unit.png", 1000);
  await picture(home + "wushan/definitions.html", 1280, "definitions.png", 900);
  await picture(start, 1280, "portal.png", 760);
}
await browser.close();
console.log(JSON.stringify(report));
