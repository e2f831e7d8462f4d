import { openHints } from '../hints.ts';

/* A worker that takes a hint, says so, and never comes to an end: for a test that kills it. */

openHints(JSON.parse(process.argv[2] ?? '')).take('ocr', 1, () => {
  process.stdout.write('taken\n');
  return new Promise(() => undefined);
});
