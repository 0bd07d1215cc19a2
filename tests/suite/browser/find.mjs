// Types into the search of a built site from file:// and prints what each query finds first.
// Usage: node find.mjs SITE BOOK QUERY…
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [site, book, ...queries] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
const context = await browser.newContext({ offline: true });
const page = await context.newPage();
const faults = [];
page.on("pageerror", (error) => faults.push(error.message));
page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
page.on("request", (request) => !/^(file|data):/.test(request.url()) && faults.push(request.url()));
const found = {};
await page.goto(pathToFileURL(join(resolve(site), book, "index.html")).href);
for (const query of queries) {
  await page.fill("input.find, #query", query);
  await page.press("input.find, #query", "Enter");
  await page.waitForSelector(".results li");
  found[query] = await page.$$eval(".results a", (links) => links.map((link) => link.textContent));
}
// From the box, the next stop of the keyboard is the first result.
await page.keyboard.press("Tab");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
found.opened = await page.title();
await browser.close();
console.log(JSON.stringify({ found, faults }));
