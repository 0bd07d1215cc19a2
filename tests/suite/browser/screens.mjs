// The screens on which pages are shown, and what is wrong with a page on any of them.

/** Every width in both colours. */
export const SCREENS = [360, 768, 1440].flatMap((width) =>
  ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

/** Shows the page on a screen, without loading it again. */
export async function show(page, { width, colorScheme }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
}

/** Shows the page as it is printed: A4 without its margins, at 96 dots an inch. */
export async function print(page) {
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: "print" });
}

/** By how much a page scrolls sideways, if it does. */
export async function tooWide(page) {
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return wide > width ? [`${wide - width} pixels too wide at ${width}`] : [];
}

/** Hears every error, warning, question and request to another place than the folder. */
export function listen(page, hear) {
  page.on("pageerror", (error) => hear(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) hear(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    hear(`asks: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) hear(`request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => hear(`cannot get ${request.url()}`));
}
