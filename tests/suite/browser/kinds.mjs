// One page of every kind that a built site of the shipped books has.
import { existsSync } from "node:fs";
import { join } from "node:path";

const pages = {
  portal: "index.html",
  newest: "wushan/index.html",
  edition: "wushan/2023-06/index.html",
  counties: "guangyuan/index.html",
  quoted: "luan/index.html",
  units: "wushan/2023-09/units.html",
  unit: "wushan/units/gongmao.html",
  county: "guangyuan/units/cangxi.html",
  projects: "wushan/projects.html",
  project: "wushan/projects/ws-2022-017.html",
  definitions: "wushan/definitions.html",
  trace: "wushan/2023-09/trace-trips.html",
  search: "wushan/search.html",
  single: "wushan/2023-09/2023-09-single.html",
  years: "demo/projects.html",
  year: "demo/projects.2022.2.html",
  whole: "demo/units/jiaotong.projects.2.html",
  cut: "demo/units/jiaotong.html",
  steps: "demo/2023-06/trace-funds.html",
  records: "demo/2023-06/trace-funds.3.html",
  entries: "demo/search.html",
};

/** Names and paths of the pages that the site has. */
export function kinds(site) {
  return Object.fromEntries(Object.entries(pages).filter(([, path]) => existsSync(join(site, path))));
}
