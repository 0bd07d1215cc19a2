// Opens editions at two sizes and reports, as JSON, the texts that do not stand whole in the first screen.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [root, wanted] = process.argv.slice(2);
const editions = JSON.parse(readFileSync(wanted, "utf8"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});

/** What can be read in the window without scrolling, letter by letter. */
const inSight = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      const seen = box.width > 0 && box.top >= 0 && box.bottom <= innerHeight
        && box.left >= 0 && box.right <= innerWidth;
      if (seen) text += node.data[at];
    }
  }
  return text;
};

const missing = [];
for (const [width, height] of [[1440, 900], [390, 844]]) {
  const page = await browser.newPage({ viewport: { width, height } });
  for (const { path, texts } of editions) {
    await page.goto(`${pathToFileURL(root).href}/${path}`);
    const text = await page.evaluate(inSight);
    for (const one of texts.filter((one) => !text.includes(one)))
      missing.push(`${path} at ${width}: ${one}`);
  }
  await page.close();
}
await browser.close();
console.log(JSON.stringify(missing));
