// Tests of the build: the same bytes wherever the project lies, and file names that depend on the bytes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const temporary = mkdtempSync(join(tmpdir(), "budget-lens-"));
after(() => rmSync(temporary, { recursive: true }));

/** Copies the sources of scripts and styles into a new folder; in one file a text may be replaced. */
function copied(name, file, from, to) {
  const folder = join(temporary, name);
  for (const part of ["js", "style", "scripts"]) cpSync(part, join(folder, part), { recursive: true });
  if (file) {
    const text = readFileSync(join(folder, file), "utf8");
    assert(text.includes(from));
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
}

/** Builds scripts and styles in a folder and returns their file names, each with a digest of the file's bytes. */
function names(folder) {
  const made = join(folder, "made");
  mkdirSync(made);
  const program = `
    import { bundle, style, whole } from "./scripts/dist/bundles.mjs";
    import { inShadow } from "./scripts/dist/element.mjs";
    import { named } from "./scripts/dist/tools.mjs";
    const scripts = ["boot.js", "register-service-worker.js", "service-worker.js", "embed.js"].map((name) => named(name.replace(".js", ""), "js", bundle(name, "iife", { FILES: [], OPTIONAL: [], VERSION: "", PROGRAM: {}, QUICK: false })));
    const styles = [whole("page.css"), inShadow(whole("page.css")), whole("dark.css")].map((css, i) => named("style" + i, "css", style(css)));
    console.log(JSON.stringify([...scripts, ...styles]));`;
  const env = { ...process.env, TRUNK_STAGING_DIR: made };
  return JSON.parse(execFileSync("node", ["--input-type=module", "--eval", program], { cwd: folder, env, encoding: "utf8" }));
}

const plain = names(copied("plain"));

test("below anybody's package.json and tsconfig.json scripts and styles are the same", () => {
  const above = join(temporary, "above");
  mkdirSync(above);
  writeFileSync(join(above, "package.json"), '{"type": "commonjs", "sideEffects": false}');
  writeFileSync(join(above, "tsconfig.json"), '{"compilerOptions": {"target": "es5", "alwaysStrict": true}}');
  assert.deepEqual(names(copied("above/below")), plain);
});

test("one changed byte changes the names that depend on it, and no other", () => {
  const changed = (...edit) => {
    const now = names(copied(...edit));
    return plain.filter((name, i) => name !== now[i]).map((name) => name.replace(/-[0-9a-f]{16}/, ""));
  };
  assert.deepEqual(changed("keep", "js/register-service-worker.js", "budget-lens", "budget-lenz"), ["register-service-worker.js"]);
  assert.deepEqual(changed("loader", "js/loader.js", "same-origin", "same-orizin"), ["boot.js", "embed.js"]);
  assert.deepEqual(changed("theme", "style/theme.css", "--page: #f", "--page: #e"), ["style0.css", "style1.css"]);
});
