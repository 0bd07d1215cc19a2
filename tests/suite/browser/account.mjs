// Opens accounts of changes on every screen, all unfolded, and reports, as JSON, what is cut, what lies over
// something else, and how many charts stand side by side.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { SCREENS, listen, show, tooWide } from "./screens.mjs";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});

/** Texts that do not stand whole in the page or lie over each other. */
const faults = () => {
  const found = [];
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("style, script, title, desc, .hidden, .skip")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    const said = node.data.trim().slice(0, 30);
    const drawing = parent.closest("svg");
    for (const box of rects) {
      const cutters = [];
      for (let one = parent; one; one = one.parentElement)
        if (one === drawing || getComputedStyle(one).overflowX !== "visible") cutters.push(one.getBoundingClientRect());
      const whole = { left: 0, right: document.documentElement.clientWidth, top: -Infinity, bottom: Infinity };
      // The box of a text has air above and below its letters.
      const air = drawing ? 0.3 * box.height : 1.5;
      for (const cut of [whole, ...cutters])
        if (box.left < cut.left - 1.5 || box.right > cut.right + 1.5 || box.top < cut.top - air || box.bottom > cut.bottom + air)
          found.push(`cut: ${said} by ${box.right - cut.right} ${box.bottom - cut.bottom}`);
      boxes.push({ said, box, drawing });
    }
  }
  boxes.sort((one, other) => one.box.top - other.box.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < one.box.bottom; next += 1) {
      const other = boxes[next];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // Lines of one text may touch; labels of a drawing have air around their letters.
      const most = one.drawing || other.drawing ? 0.5 : 0.35;
      if (across > 2 && down > most * Math.min(one.box.height, other.box.height)) found.push(`over: ${one.said} / ${other.said}`);
    }
  });
  for (const sides of document.querySelectorAll(".sides")) {
    const [left, right] = [...sides.children].map((side) => side.getBoundingClientRect());
    const beside = left.right <= right.left + 0.5;
    const below = left.bottom <= right.top + 0.5;
    if (!(innerWidth > 640 ? beside : below)) found.push("sides: not beside each other");
  }
  return found;
};

const wrong = [];
let charts = 0;
for (const file of process.argv.slice(2)) {
  const page = await browser.newPage();
  listen(page, (what) => wrong.push(`${file}: ${what}`));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  charts += await page.evaluate(() => document.querySelectorAll(".sides").length);
  for (const screen of SCREENS.filter(({ colorScheme }) => colorScheme === "light")) {
    await show(page, screen);
    const found = [...await tooWide(page), ...await page.evaluate(faults)];
    wrong.push(...found.map((one) => `${file} at ${screen.width}: ${one}`));
  }
  await page.close();
}
await browser.close();
console.log(JSON.stringify({ charts, wrong }));
