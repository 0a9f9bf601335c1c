// Foreign pages as their authors' hosts hand them out: the pages of tests/foreign, and the
// built files below /downhill/.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const { DOWNHILL_DIST, DOWNHILL_ROOT } = process.env;
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/**
 * Starts a host on a port of its own; `headers` go with every page, `files` with every built file,
 * `pages` has pages and scripts that are in no file, by their paths, and `dist` is the build's folder.
 * Returns its address and how it is stopped.
 */
export async function host({ headers = {}, files = {}, pages = new Map(), dist = DOWNHILL_DIST } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    // A browser asks for an icon on its own.
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    if (pages.has(pathname)) {
      response.writeHead(200, { "Content-Type": TYPES[path.extname(pathname)], ...headers });
      return response.end(pages.get(pathname));
    }
    const built = pathname.startsWith("/downhill/");
    const file = built
      ? path.join(dist, pathname.slice("/downhill".length).replace(/\/$/, "/index.html"))
      : path.join(DOWNHILL_ROOT, "tests/foreign", pathname);
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "text/plain", ...(built ? files : headers) });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, stop };
}
