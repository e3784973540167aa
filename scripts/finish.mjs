// Trunk's last step: puts the figures into the page as plain HTML, adds the parts that follow the first module,
// makes the scripts small, and compresses what is served.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, gzipSync, constants } from "node:zlib";
import { shortened } from "./imports.mjs";
import { inShadow } from "./element.mjs";
import { importer } from "./importer.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

// The figures before, and without, any script.
let figures;
try {
  figures = execFileSync("cargo", ["run", "--quiet", "--", "html", "budget.json"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
} catch {
  console.error("budget.json cannot be shown: what is wrong with it stands above.");
  process.exit(1);
}
const index = join(dist, "index.html");
let page = readFileSync(index, "utf8");
// Trunk leaves out the zeros that a digest begins with, one time in sixteen. Whoever keeps files by their names, the worker
// and hosts, counts on all of its letters.
for (const name of readdirSync(dist)) {
  const whole = name.replace(/-([0-9a-f]{8,15})(?=(_bg)?\.(js|css|wasm)$)/, (_, digits) => `-${digits.padStart(16, "0")}`);
  if (whole === name) continue;
  renameSync(join(dist, name), join(dist, whole));
  page = page.replaceAll(name, whole);
}
const marker = /<template id="?figures"?><\/template>/;
if (!marker.test(page)) throw new Error("index.html has no place for the figures");
// What `budget-lens publish` replaces by another budget's stands between marks: these figures, and this of the head.
const about = /(<meta name="description"[^>]*>\s*)<title>.*?<\/title>/;
if (!about.test(page)) throw new Error("index.html has no description with a title behind it");
const { document } = JSON.parse(readFileSync(join(dist, "budget.json"), "utf8").replace(/^\uFEFF/, ""));
// As the program will call the page: the department without the place it is named after, and the place once.
const region = document.region || "";
const isOfRegion = region && document.department.startsWith(region) && document.department !== region;
const department = isOfRegion ? document.department.slice(region.length) : document.department;
const title = [department, `${document.year} 年部门预算`, region, "预算透视"].filter(Boolean).join(" · ").replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

// The parts that follow the first, in their order, split off by scripts/bin/wasm-bindgen; made small by the flags of the
// first. What several parts share, which the splitter's own script tells, comes with the earliest of them.
const PARTS = ["later", "checks", "share"];
const isQuick = process.env.TRUNK_PROFILE === "debug";
const profile = isQuick ? "quick" : "page";
const built = join(process.env.CARGO_TARGET_DIR || "target", "wasm32-unknown-unknown", profile);
const given = /data-wasm-opt-params="([^"]*)"/.exec(readFileSync("index.html", "utf8"))[1].split(" ");
const flags = isQuick ? [...given.filter((flag) => flag.startsWith("--enable")), "--remove-unused-module-elements"] : ["-Oz", ...given];
const made = join(built, "small");
mkdirSync(made, { recursive: true });

/** A module made small; what was made of the same bytes before is taken again. */
async function small(file) {
  const out = join(made, `${digest(Buffer.concat([readFileSync(file), Buffer.from(flags.join(" "))]))}.wasm`);
  if (!existsSync(out)) {
    await promisify(execFile)("wasm-opt", [...flags, file, "-o", `${out}.part`]);
    renameSync(`${out}.part`, out);
  }
  return readFileSync(out);
}

const told = readFileSync(join(built, "split", "__wasm_split.js"), "utf8");
const common = Array.from(told.matchAll(/\/\* (.*) \*\/\s*const __(chunk_\d+) /g), ([, users, chunk]) => [`${chunk}.wasm`, users.split(", ")]);
const users = new Map(common.concat(PARTS.map((part) => [`split_${part}.wasm`, [part]])));
const chosen = readdirSync(join(built, "split")).filter((name) => /^(chunk|split)_.*\.wasm$/.test(name))
  .map((module) => ({ part: PARTS.find((part) => users.get(module).includes(part)), module }));
let links = "";
const parts = { later: [], checks: [], share: [] };
for (const { part, module, bytes } of await Promise.all(chosen.map(async (one) => ({ ...one, bytes: await small(join(built, "split", one.module)) })))) {
  const isShared = module.startsWith("chunk");
  const name = `${isShared ? "shared" : part}-${digest(bytes)}.wasm`;
  writeFileSync(join(dist, name), bytes);
  parts[part].push(name);
  links += `<link rel="${part}${isShared ? " shared" : ""}" href="./${name}">\n`;
}

/** Writes a script with all that it imports, for engines from Chromium 75 on, and small. */
function bundle(source, ...options) {
  const built = join(dist, source);
  execFileSync("esbuild", [source, "--bundle", "--minify", "--target=chrome75", "--log-level=error", "--allow-overwrite", `--outfile=${built}`, ...options]);
  return built;
}

/** The same, named by what is in it. A module is read as UTF-8 whatever the page is: letters need no escapes. */
function script(source) {
  const built = bundle(source, "--format=esm", "--charset=utf8");
  const name = source.replace(".js", `-${digest(readFileSync(built))}.js`);
  renameSync(built, join(dist, name));
  return name;
}

// What checks large budgets off the page's thread.
links += `<link rel="checker" href="./${script("checker.js")}">\n`;
// What reads official files: a worker and its program, both named by what is in them together.
const reader = importer(built, profile);
const worker = bundle("importer.js", "--format=iife", "--charset=utf8", `--alias:importer=${resolve(reader.script)}`, "--loader:.tsv=text");
const read = await small(reader.module);
const reading = ["js", "wasm"].map((end) => `importer-${digest(Buffer.concat([readFileSync(worker), read]))}.${end}`);
renameSync(worker, join(dist, reading[0]));
writeFileSync(join(dist, reading[1]), read);
links += reading.map((name) => `<link rel="importer" href="./${name}">\n`).join("");
// What keeps the page for when there is no network, once all else is there.
links += `<link rel="keep" href="./${script("keep.js")}">\n`;

// Trunk's copy of the script that starts the page does not have what it imports.
const [boot] = readdirSync(dist).filter((name) => /^boot-.*\.js$/.test(name));
rmSync(join(dist, boot));
const starts = script("boot.js");

writeFileSync(index, page.replace(marker, () => `<!--figures-->${figures}<!--/figures-->`).replace("</head>", `${links}</head>`).replace(boot, starts).replace(about, (_, description) => `<!--about-->${description}<title>${title}</title><!--/about-->`));

/** Writes a file that is named by what is in it. */
function named(name, end, text) {
  const file = `${name}-${digest(text)}.${end}`;
  writeFileSync(join(dist, file), text);
  return file;
}

// One file of all styles.
const [style] = readdirSync(dist).filter((name) => /^page-.*\.css$/.test(name));
const bundled = (source) => execFileSync("esbuild", [source, "--bundle", "--log-level=error"], { encoding: "utf8" });
const styles = bundled("style/page.css");
rmSync(join(dist, style));
writeFileSync(index, readFileSync(index, "utf8").replace(style, named("page", "css", styles)));

// What shows single figures in other pages. Those name it, so its name stays; it names all that it needs.
const preloaded = (rest) => new RegExp(`<link rel="?${rest}`).exec(page)[1];
const program = {
  glue: preloaded('modulepreload"? href="?\\./([^" >]+)'),
  module: preloaded('preload"? href="?\\./([^" >]+\\.wasm)'),
  parts,
  style: named("element", "css", readFileSync("style/element.css", "utf8") + inShadow(styles)),
  dark: named("element-dark", "css", inShadow(bundled("style/dark.css"))),
};
bundle("embed.js", "--format=iife", `--define:PROGRAM=${JSON.stringify(program)}`);

// Made small a second time, by the same flags, the first module is smaller still. Then it and its own script name things
// to each other in few letters.
const [glue, main] = [program.glue, program.module].map((name) => join(dist, name));
const [module, glued] = shortened(await small(main), readFileSync(glue, "utf8"));
writeFileSync(main, module);
writeFileSync(glue, glued);

// The program's own script, and the styles.
for (const name of readdirSync(dist).filter((name) => /^budget-lens-.*\.js$|\.css$/.test(name))) {
  const file = join(dist, name);
  const format = name.endsWith(".js") ? ["--format=esm"] : [];
  execFileSync("esbuild", [file, "--minify", ...format, "--target=chrome75", "--log-level=error", "--allow-overwrite", `--outfile=${file}`]);
}

// What keeps the page for when there is no network knows the files of this version, the one that starts a page first, and
// those that only some readers want.
const all = readdirSync(dist).filter((name) => name !== starts && /-[0-9a-f]{16}(_bg)?\.(js|css|wasm)$/.test(name));
const wanted = [...parts.share, ...reading, program.style, program.dark];
const files = [starts, ...all.filter((name) => !wanted.includes(name)), "dark.css"];
const version = digest(Buffer.concat([...files, ...wanted].flatMap((name) => [Buffer.from(name), readFileSync(join(dist, name))])));
const known = { FILES: files, WANTED: wanted, VERSION: version };
const defined = Object.entries(known).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
execFileSync("esbuild", ["offline.js", "--minify", "--format=iife", "--target=chrome75", ...defined, "--log-level=error", `--outfile=${join(dist, "offline.js")}`]);

// How hosts are set up, for whoever publishes the folder.
cpSync("hosts", join(dist, "hosts"), { recursive: true });

/** A file compressed with brotli. Which model of data, and which size of its blocks, fit a module best changes with every build. */
function smallest(bytes, isFirst) {
  const modes = [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_TEXT, constants.BROTLI_MODE_FONT];
  const size = ([window, block]) => ({ [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_LGBLOCK]: block });
  const sizes = [{}, size([18, 16])];
  const fixed = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const all = modes.flatMap((mode) => sizes.map((own) => ({ ...fixed, [constants.BROTLI_PARAM_MODE]: mode, ...own })));
  // How distances are written, too: seven tenths of a per cent of a large module; all ways of it for the module that everybody
  // downloads, which takes half a minute more.
  const distance = (postfix, direct) => ({ [constants.BROTLI_PARAM_NPOSTFIX]: postfix, [constants.BROTLI_PARAM_NDIRECT]: direct << postfix });
  all.push({ ...fixed, ...size([19, 17]), ...distance(1, 12) });
  if (isFirst) {
    const distances = [0, 1, 2, 3].flatMap((postfix) => [0, 2, 8, 15].map((direct) => distance(postfix, direct)));
    all.push(...[...sizes, size([20, 17])].flatMap((own) => distances.map((distance) => ({ ...fixed, ...own, ...distance }))));
  }
  const compressed = all.map((params) => brotliCompressSync(bytes, { params }));
  return compressed.reduce((least, one) => (one.length < least.length ? one : least));
}

// For hosts that send a compressed file where one lies beside the file (brotli_static, gzip_static).
for (const name of readdirSync(dist)) {
  if (!/\.(html|js|css|json|wasm|svg)$/.test(name)) continue;
  const bytes = readFileSync(join(dist, name));
  writeFileSync(join(dist, name + ".br"), smallest(bytes, name === program.module));
  writeFileSync(join(dist, name + ".gz"), gzipSync(bytes, { level: 9 }));
}
