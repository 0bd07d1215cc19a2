// What an editor offers, says and marks in a data file, by the schema that its first line names, as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ask, end, hear, tell } from "./server.mjs";

const [file] = process.argv.slice(2);
const uri = pathToFileURL(file).href;
const text = readFileSync(file, "utf8").replace(/\s*$/, "\n");
const marked = [];
hear((found) => marked.push(found.diagnostics));
let version = 1;
const change = (changed) => {
  version += 1;
  tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text: changed }] });
};
const offered = async (changed) => {
  change(changed);
  const lines = changed.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1).length };
  const found = await ask("textDocument/completion", { textDocument: { uri }, position });
  return (found?.items ?? found ?? []).map((item) => item.label);
};
const marks = async (changed) => {
  marked.length = 0;
  change(changed);
  const started = Date.now();
  while (marked.length === 0 && Date.now() - started < 15000) await new Promise((next) => setTimeout(next, 100));
  return (marked.at(-1) ?? [{ message: "no answer" }]).map((one) => one.message);
};

const hover = async (changed, line, character) => {
  change(changed);
  const found = await ask("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  return found?.contents?.value ?? "";
};

tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
const head = text.split("\n")[0];
const first = `${head}\n编号: x\n`;
const report = {
  schema: head,
  clean: await marks(text),
  keys: await offered(first),
  values: await offered(`${first}来源地: `),
  units: await offered(`${first}责任单位: `),
  partners: await offered(`${first}配合单位: [`),
  chains: await offered(`${first}产业链: `),
  unknown: await marks(`${text}没有这个键: 1\n`),
  choice: await marks(text.replace(/^来源地: .*$/m, "来源地: 火星")),
  missing: await marks(`${head}\n编号: x\n名称: 甲\n`),
  shape: await marks(`${text}论证: 甲\n联合: 甲\n`),
  pattern: await marks(`${text}固定资产投资: 900\n`),
  hover: await hover(`${first}来源地: 市外\n`, 2, 1),
};
console.log(JSON.stringify(report));
end();
