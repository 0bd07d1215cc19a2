// The YAML language server, as an editor talks to it.
import { spawn } from "node:child_process";

const program = "node_modules/yaml-language-server/bin/yaml-language-server";
const server = spawn("node", [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
let buffer = Buffer.alloc(0);
let count = 0;
const waiting = new Map();
const listening = [];
server.stdout.on("data", (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const head = buffer.indexOf("\r\n\r\n");
    const length = head < 0 ? 0 : Number(/Content-Length: (\d+)/i.exec(buffer.toString("utf8", 0, head))[1]);
    if (head < 0 || buffer.length < head + 4 + length) return;
    const message = JSON.parse(buffer.toString("utf8", head + 4, head + 4 + length));
    buffer = buffer.subarray(head + 4 + length);
    if (message.method === "textDocument/publishDiagnostics") listening.forEach((hear) => hear(message.params));
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

/** Asks the server, and waits for its answer. */
export const ask = (method, params) => new Promise((answer) => {
  count += 1;
  waiting.set(count, answer);
  write({ id: count, method, params });
});
/** Tells the server something that has no answer. */
export const tell = (method, params) => write({ method, params });
/** Has a function hear what the server finds in files. */
export const hear = (found) => listening.push(found);
/** Ends the server. */
export const end = () => server.kill();

await ask("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
tell("initialized", {});
tell("workspace/didChangeConfiguration", {
  settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } },
});
