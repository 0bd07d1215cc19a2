// What an editor offers and marks in a data file, by the schema that its first line names, as JSON.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [file] = process.argv.slice(2);
const uri = pathToFileURL(file).href;
const text = readFileSync(file, "utf8").replace(/\s*$/, "\n");
const server = spawn("node", ["node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"], {
  stdio: ["pipe", "pipe", "ignore"],
});

let buffer = Buffer.alloc(0);
let count = 0;
const waiting = new Map();
const marked = [];
server.stdout.on("data", (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const head = buffer.indexOf("\r\n\r\n");
    const length = head < 0 ? 0 : Number(/Content-Length: (\d+)/i.exec(buffer.toString("utf8", 0, head))[1]);
    if (head < 0 || buffer.length < head + 4 + length) return;
    const message = JSON.parse(buffer.toString("utf8", head + 4, head + 4 + length));
    buffer = buffer.subarray(head + 4 + length);
    if (message.method === "textDocument/publishDiagnostics") marked.push(message.params.diagnostics);
    else if (message.method && message.id !== undefined) {
      const items = message.params?.items?.map(() => null) ?? null;
      write({ id: message.id, result: items });
    } else if (waiting.has(message.id)) waiting.get(message.id)(message.result);
  }
});
const write = (message) => {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};
const ask = (method, params) => new Promise((answer) => {
  count += 1;
  waiting.set(count, answer);
  write({ id: count, method, params });
});
const tell = (method, params) => write({ method, params });
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

await ask("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
tell("initialized", {});
tell("workspace/didChangeConfiguration", {
  settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } },
});
tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
const head = text.split("\n")[0];
const report = {
  schema: head,
  clean: await marks(text),
  keys: await offered(`${head}\n编号: x\n`),
  values: await offered(`${head}\n编号: x\n来源地: `),
  unknown: await marks(`${text}没有这个键: 1\n`),
  choice: await marks(text.replace(/^来源地: .*$/m, "来源地: 火星")),
};
console.log(JSON.stringify(report));
server.kill();
