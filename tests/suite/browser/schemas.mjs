// What a validator finds in data files by their schemas, as JSON: each file with what is wrong in it.
// The first argument is a list of files, each with its schema after a tab.
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const ajv = new Ajv({ strict: false, allErrors: true });
const compiled = new Map();
const validator = (schema) => {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(JSON.parse(readFileSync(schema, "utf8"))));
  return compiled.get(schema);
};
const wrong = {};
let count = 0;
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const [file, schema] = line.split("\t");
  const text = readFileSync(file, "utf8");
  const front = file.endsWith(".md") ? text.split(/^---$/m)[1] : text;
  const validate = validator(schema);
  count += 1;
  const read = file.endsWith(".json") ? JSON.parse : parse;
  if (!validate(read(front))) wrong[file] = validate.errors.map((one) => `${one.instancePath} ${one.message}`);
}
console.log(JSON.stringify({ count, wrong }));
