// Reads official files off the page's own thread, with a program of its own.
//
// The page sends where the program's module lies, and the names and the bytes of one document's files; the answer is what
// the program says of them, or which failure there was, and before that, page by page, how far it is: `[page, pages]`. Each document has a worker to itself, which the page ends.

/* global GLOSSARY: where the list of terms lies, as the build names it. */
import init, { read } from "importer";
import { compiled } from "./loader.js";

onmessage = async ({ data: [module, names, files] }) => {
  let failure = "absent";
  // The list of terms is no program: without it all else is read.
  const glossary = fetch(GLOSSARY).then((response) => (response.ok ? response.text() : "")).catch(() => "");
  try {
    const module_or_path = await compiled(module);
    failure = "broken";
    await init({ module_or_path });
    postMessage(JSON.parse(read(names, files, await glossary, (page, pages) => postMessage([page, pages]))));
  } catch (error) {
    postMessage(failure);
  }
};
