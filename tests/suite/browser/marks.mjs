// What an editor marks in each of many data files, as JSON. The argument is a list of files, each with its
// schema after a tab; the file itself names that schema.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { end, hear, tell } from "./server.mjs";

const lines = readFileSync(process.argv[2], "utf8").trim().split("\n");
const files = lines.map((line) => line.split("\t")[0]).filter((file) => file.endsWith(".yaml"));
const open = new Map(files.map((file) => [pathToFileURL(file).href, file]));
const wrong = {};
let count = 0;
const all = new Promise((done) => {
  hear(({ uri, diagnostics }) => {
    const file = open.get(decodeURI(uri)) ?? open.get(uri);
    if (!open.delete(uri) && !open.delete(decodeURI(uri))) return;
    count += 1;
    if (diagnostics.length > 0) wrong[file] = diagnostics.map((one) => one.message);
    if (open.size === 0) done();
  });
});
for (const [uri, file] of [...open]) {
  tell("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text: readFileSync(file, "utf8") },
  });
}
const late = new Promise((done) => setTimeout(done, 120000));
await Promise.race([all, late]);
for (const file of open.values()) wrong[file] = ["no answer"];
console.log(JSON.stringify({ count, wrong }));
end();
process.exit();
