import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { StationApp } from './station-app.ts';

const files = ['station.html', 'station.css', 'station.js', 'intake.js', 'words.js'] as const;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
/** Only our own scripts and styles, and in nobody's frame. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page for people at a station without a program of its own; what it does it asks of the API with its key. */
export function pageRoutes(app: StationApp): void {
  for (const file of files) {
    const path = file === 'station.html' ? '/' : `/${file}`;
    app.get(path, { schema: { hide: true } }, async (_, reply) =>
      reply
        .headers({
          'cache-control': 'no-cache',
          'content-security-policy': policy,
          'referrer-policy': 'no-referrer',
        })
        .header('x-content-type-options', 'nosniff')
        .type(types[extname(file)] ?? 'application/octet-stream')
        .send(await readFile(new URL(`page/${file}`, import.meta.url))),
    );
  }
}
