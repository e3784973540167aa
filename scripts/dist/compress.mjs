// Writes compressed copies of the served files, which hosts send instead of the files (brotli_static, gzip_static).
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { dist } from "./tools.mjs";

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_LGBLOCK, BROTLI_PARAM_MODE, BROTLI_PARAM_NDIRECT, BROTLI_PARAM_NPOSTFIX, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
const MODES = [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_TEXT, constants.BROTLI_MODE_FONT];

const size = (window, block) => ({ [BROTLI_PARAM_LGWIN]: window, [BROTLI_PARAM_LGBLOCK]: block });
const distance = (postfix, direct) => ({ [BROTLI_PARAM_NPOSTFIX]: postfix, [BROTLI_PARAM_NDIRECT]: direct << postfix });

/** Brotli parameters to try: which mode, block size and distance coding are best for a module varies by build. */
function tries(isFirst) {
  const sizes = [{}, size(18, 16)];
  const all = MODES.flatMap((mode) => sizes.map((own) => ({ [BROTLI_PARAM_MODE]: mode, ...own })));
  // These parameters save 0.7 percent of a large module.
  all.push({ ...size(19, 17), ...distance(1, 12) });
  // All distance codings for the module that everybody downloads; they take half a minute more.
  const distances = [0, 1, 2, 3].flatMap((postfix) => [0, 2, 8, 15].map((direct) => distance(postfix, direct)));
  return isFirst ? all.concat([...sizes, size(20, 17)].flatMap((own) => distances.map((distance) => ({ ...own, ...distance })))) : all;
}

/** A file compressed with brotli, as small as it gets. */
function smallest(bytes, isFirst) {
  const fixed = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const compressed = tries(isFirst).map((params) => brotliCompressSync(bytes, { params: { ...fixed, ...params } }));
  return compressed.reduce((least, one) => (one.length < least.length ? one : least));
}

/** Writes the compressed copies; most parameters are tried for the `first` module. */
export function compress(first) {
  for (const name of readdirSync(dist)) {
    if (!/\.(html|js|css|json|wasm|svg|txt|tsv)$/.test(name) || name === "manifest.json") continue;
    const bytes = readFileSync(join(dist, name));
    writeFileSync(join(dist, name + ".br"), smallest(bytes, name === first));
    writeFileSync(join(dist, name + ".gz"), gzipSync(bytes, { level: 9 }));
  }
}
