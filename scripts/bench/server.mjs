// A static server that sends everything from memory, compressed with brotli, as a well-kept host does.
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
/** Formats that are compressed themselves. */
const PACKED = new Set([".png", ".xlsx", ".pdf", ".zip"]);

const pressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** What is answered to each path of a site: what lies in its folder, and its further files. */
function answers({ folder, extra = {} }) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  const read = (name) => extra[name] ?? readFileSync(join(folder, name));
  const all = new Map();
  for (const name of new Set([...names, ...Object.keys(extra)])) {
    if (/\.(br|gz)$/.test(name)) continue;
    const isPacked = PACKED.has(extname(name));
    // Compressed when it is first asked for, in the round that is not counted, unless the build has done it.
    const body = () => (isPacked ? read(name) : names.includes(`${name}.br`) && !(name in extra) ? read(`${name}.br`) : pressed(Buffer.from(read(name))));
    const head = {
      "content-type": TYPES[extname(name)] || "application/octet-stream",
      // Names with a digest of what is in the file may be kept for ever (README.md).
      "cache-control": /-[0-9a-f]{16}\./.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
      ...(isPacked ? {} : { "content-encoding": "br" }),
    };
    all.set(`/${name.replaceAll("\\", "/")}`, { head, body });
  }
  return all;
}

/** Serves a site at a free port of this machine; the answer has its address and the way to end it. */
export async function serve(site) {
  const all = answers(site);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const found = all.get(path.endsWith("/") ? `${path}index.html` : path);
    if (!found) return response.writeHead(404).end();
    found.bytes ??= found.body();
    response.writeHead(200, { ...found.head, "content-length": found.bytes.length }).end(found.bytes);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
