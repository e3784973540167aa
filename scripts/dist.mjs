// The last step of the build, called by Trunk: makes the folder that is served from the compiler's output.
//
// Each step records its files in the manifest, the one list of the program's files; whatever refers to a file takes its
// name from there. A file that may be cached for ever has a digest of its final bytes in its name.
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compress } from "./dist/compress.mjs";
import { bundle, style, whole } from "./dist/bundles.mjs";
import { inShadow } from "./dist/element.mjs";
import { importer } from "./dist/importer.mjs";
import { licences } from "./dist/licences.mjs";
import { FAST_PASSES, first, later, small } from "./dist/modules.mjs";
import { dist, isQuick, left, named, program, version } from "./dist/tools.mjs";

// wasm-bindgen's script and module, which Trunk names by what they were made from.
const raw = [left(/^budget-lens-.*\.js$/), left(/^budget-lens-.*\.wasm$/)];
/** @type {Record<string, any>} */
const manifest = { ...(await first(...raw)), ...(await later()) };
for (const file of raw) rmSync(join(dist, file));

const reader = importer();
const aids = named("aids", "css", style(whole("aids.css")));
const script = named("aids", "js", bundle("aids.js", "esm", { AIDS_STYLE: aids }));
// In a shadow tree the portal's own colours do not count where a figure is to have high contrast.
const contrast = named("element-contrast", "css", style(whole("contrast.css").replace(/:root\S+/, ".lens.lens")));
Object.assign(manifest, {
  boot: named("boot", "js", bundle("boot.js", "esm", { QUICK: isQuick, AIDS: script })),
  importer: named("importer", "wasm", await small(reader.module, FAST_PASSES)),
  reader: named("reader", "js", bundle("importer.js", "iife", { alias: { importer: reader.script }, loader: { ".tsv": "text" } })),
  register: named("register-service-worker", "js", bundle("register-service-worker.js", "esm")),
  page: named("page", "css", style(whole("page.css"))),
  print: named("print", "css", style(whole("print.css"))),
  element: named("element", "css", style(whole("element.css") + inShadow(whole("page.css") + whole("print.css")))),
  elementDark: named("element-dark", "css", style(inShadow(whole("dark.css")))),
});

// The page's styles stand in its HTML, too, where a content security policy allows them by this digest.
manifest.pageDigest = `sha256-${createHash("sha256")
  .update(readFileSync(join(dist, manifest.page)))
  .digest("base64")}`;

// Files with fixed names, which people and hosts know; browsers should revalidate them at each visit.
for (const name of ["dark.css", "noscript.css"]) writeFileSync(join(dist, name), style(whole(name)));
// English names, which only readers of English fetch.
writeFileSync(join(dist, "english.txt"), Buffer.concat(["src/budget/english_names.tsv", "src/import/glossary.tsv"].map((file) => readFileSync(file))));
writeFileSync(join(dist, "failure.js"), bundle("failure.js", "esm"));
const { glue, module, second, third, element, elementDark } = manifest;
writeFileSync(join(dist, "embed.js"), bundle("embed.js", "iife", { PROGRAM: { glue, module, second, third, style: element, dark: elementDark, contrast } }));

// The service worker knows the files of this version, the one that starts a page first, and those that only some readers want.
const { boot, register, page, print, importer: reading, reader: worker } = manifest;
const FILES = [boot, glue, module, ...second, ...third, register, page, print, "dark.css", "failure.js"];
const OPTIONAL = [worker, reading, aids, script, element, elementDark, contrast, "english.txt"];
writeFileSync(join(dist, "service-worker.js"), bundle("service-worker.js", "iife", { FILES, OPTIONAL, VERSION: version([...FILES, ...OPTIONAL]) }));

// The manifest: the list of files that `budget-lens publish` copies, from which the page is generated, too.
const copied = ["style/icon.svg", "style/touch-icon.png", "docs/template.xlsx"];
for (const file of ["budget.json", ...copied]) copyFileSync(file, join(dist, basename(file)));
writeFileSync(join(dist, "licences.txt"), licences());
manifest.files = [...FILES, ...OPTIONAL, "noscript.css", "embed.js", "service-worker.js", "licences.txt", ...copied.map((file) => basename(file))];
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
writeFileSync(join(dist, "index.html"), program("html", "--manifest", join(dist, "manifest.json"), "budget.json"));

// Example configurations of web servers, for whoever publishes the folder, with this page's digest in their policy.
const hosts = join(dist, "hosts");
cpSync("docs/hosts", hosts, { recursive: true });
for (const name of readdirSync(hosts)) {
  const text = readFileSync(join(hosts, name), "utf8");
  writeFileSync(join(hosts, name), text.replaceAll("style-src 'self'", `style-src 'self' '${manifest.pageDigest}'`));
}
if (!isQuick) compress(module);
