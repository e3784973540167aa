// Tests of what `make bytes` reads: the sizes of functions, and what their names mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { number } from "../dist/wasm.mjs";
import { measured } from "./functions.mjs";
import { packageOf, readable } from "./names.mjs";

const [CUSTOM, TYPE, IMPORT, CODE, DATA] = [0, 1, 2, 10, 11];
const sized = (bytes) => Buffer.concat([number(bytes.length), bytes]);
const word = (text) => sized(Buffer.from(text));
const list = (parts) => Buffer.concat([number(parts.length), ...parts]);
const section = (id, content) => Buffer.concat([Buffer.from([id]), sized(content)]);

test("a module is its functions, its data and the rest, and names count for nothing", () => {
  const imports = [
    [word("a"), word("table"), Buffer.from([1, 0x70, 1, 2, 3])], // at least 2, at most 3
    [word("a"), word("memory"), Buffer.from([2, 0, 1])],
    [word("a"), word("global"), Buffer.from([3, 0x7f, 0])],
    [word("a"), word("called"), Buffer.from([0, 0])],
  ];
  const names = [[0, "called"], [1, "short"], [2, "long"]].map(([i, name]) => Buffer.concat([number(i), word(name)])); // biome-ignore format: a table
  const plain = [
    Buffer.from("\0asm\x01\0\0\0"),
    section(TYPE, Buffer.from([1, 0x60, 0, 0])),
    section(IMPORT, list(imports.map((parts) => Buffer.concat(parts)))),
    section(CODE, list([sized(Buffer.alloc(3)), sized(Buffer.alloc(200)), sized(Buffer.alloc(5))])),
    section(DATA, Buffer.alloc(40)),
  ];
  const named = section(CUSTOM, Buffer.concat([word("name"), Buffer.from([0]), sized(word("whole")), Buffer.from([1]), sized(list(names))]));
  const size = Buffer.concat(plain).length;
  const functions = [
    { name: "short", size: 4 },
    { name: "long", size: 202 }, // behind two bytes that say its size
    { name: "function 3", size: 6 }, // nobody has named it
  ];
  assert.deepEqual(measured(Buffer.concat([...plain, named])), { size, functions, data: 40, rest: size - 212 - 40 });
  assert.deepEqual(measured(plain[0]), { size: 8, functions: [], data: 0, rest: 8 });
});

test("the compiler's names are read", () => {
  const names = {
    _ZN4core3fmt5write17h0123456789abcdefE: "core::fmt::write",
    "_ZN4core3ptr66drop_in_place$LT$budget_lens..figure..search..hit..HitLocation$GT$17h7baf6b38d1a47910E": "core::ptr::drop_in_place<budget_lens::figure::search::hit::HitLocation>",
    _ZN5alloc3vec16Vec$LT$T$C$A$GT$7reserve17h82396d724be923c8E: "alloc::vec::Vec<T,A>::reserve",
    "_ZN69_$LT$f64$u20$as$u20$core..iter..traits..accum..Sum$LT$$RF$f64$GT$$GT$3sum17h3955f1991f467f7fE": "<f64 as core::iter::traits::accum::Sum<&f64>>::sum",
    _ZN11budget_lens5money5order7sort_by28_$u7b$$u7b$closure$u7d$$u7d$17hd4921230a91f0982E: "budget_lens::money::order::sort_by::{{closure}}",
    _RNvNtNtCsgXGp5Oqx2Ny_4core5slice6memchr6memchr: "core::slice::memchr::memchr",
    __wbindgen_malloc: "__wbindgen_malloc",
  };
  for (const [symbol, name] of Object.entries(names)) assert.equal(readable(symbol), name);
});

test("a function is of the package whose source it is, ours of its part", () => {
  const packages = {
    "core::ptr::drop_in_place<budget_lens::figure::Figure>": "the standard library",
    "<alloc::vec::Vec<T> as serde_core::de::Deserialize>::deserialize": "the standard library",
    "<f64 as core::iter::Sum>::sum": "the standard library",
    "rust_decimal::ops::add": "rust_decimal",
    "<budget_lens::money::amount::Amount as core::fmt::Display>::fmt": "budget_lens::money",
    "budget_lens::locale::{{closure}}": "budget_lens::locale",
    memcpy: "no Rust",
  };
  for (const [name, own] of Object.entries(packages)) assert.equal(packageOf(name), own);
});
