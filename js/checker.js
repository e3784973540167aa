// Checks a large budget off the page's own thread: the same program a second time, as far as that needs it.
//
// The page sends the names of the program's files, in the order in which they are joined, and the budget's bytes;
// the answer is the report as text, or nothing where it could not be made.

import { compiled } from "./loader.js";

self.onmessage = async ({ data: [names, bytes] }) => {
  let report = null;
  try {
    const [glue, first, ...others] = names.split(" ");
    const [program, module_or_path] = await Promise.all([import(glue), compiled(first)]);
    const exports = await program.default({ module_or_path });
    for (const other of others) await WebAssembly.instantiate(await compiled(other), { __wasm_split: exports });
    report = program.checked(bytes);
  } finally {
    postMessage(report);
  }
};
