// Reads official files off the page's own thread, with a program of its own.
//
// The page sends where the program's module lies, and the names and the bytes of one document's files; the answer is what
// the program says of them, or which failure there was, and before that, page by page, how far it is: `[page, pages]`. Each document has a worker to itself, which the page ends.

import glossary from "../assets/glossary.tsv";
import init, { read } from "importer";
import { compiled } from "./loader.js";

self.onmessage = async ({ data: [module, names, files] }) => {
  let failure = "absent";
  try {
    const module_or_path = await compiled(module);
    failure = "broken";
    await init({ module_or_path });
    postMessage(JSON.parse(read(names, files, glossary, (page, pages) => postMessage([page, pages]))));
  } catch {
    postMessage(failure);
  }
};
