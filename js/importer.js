// Web worker that reads official files with a program of its own, so that the page stays responsive.
//
// The page sends the URL of the program's module, and the names and bytes of one document's files. The answer is the
// program's result or the kind of failure. Before it come an empty message, when the program has begun, and progress
// messages, `[page, pages]`. Each document has a worker of its own, which the page ends.

import glossary from "../src/import/glossary.tsv";
import init, { read } from "importer";
import { compiled } from "./loader.js";

self.onmessage = async ({ data: [module, names, files] }) => {
  let failure = "absent";
  try {
    const module_or_path = await compiled(module);
    failure = "broken";
    await init({ module_or_path });
    postMessage([]);
    postMessage(JSON.parse(read(names, files, glossary, (page, pages) => postMessage([page, pages]))));
  } catch {
    postMessage(failure);
  }
};
