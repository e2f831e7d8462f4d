import { parseArgs } from 'node:util';
import { openBrowser } from '../packages/desk/src/browser/open-browser.ts';
import { takeScreenshots } from './desk/screenshots.ts';
import { startDemoDesk } from './desk/start-demo-desk.ts';
import { becomeAdministrator, findAndOpen, reviewSome, type Stretch, signInAgain } from './desk/stretches.ts';

/*
 * Key strokes and milliseconds at the desk, in a real Chromium on the demo's documents:
 *   npm run -s bench desk [-- --screenshots]
 * With --screenshots the pictures in docs/screenshots are taken anew.
 */

const { values } = parseArgs({ options: { screenshots: { type: 'boolean', default: false } } });

await using stack = new AsyncDisposableStack();
const desk = await startDemoDesk();
stack.defer(() => desk.stop());
const browser = await openBrowser();
stack.defer(() => browser.close());
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();

await becomeAdministrator(page, desk.setupUrl);
if (values.screenshots) await takeScreenshots(context, desk.url);
print('sign in: name, password, Enter until the overview stands', await signInAgain(page, desk.url));
print('from there to the open document: "/", six letters of the name, Enter', await findAndOpen(page));
const reviews = await reviewSome(page, desk.url, 8);
print(`one review decision until the next page stands, median of ${reviews.length}`, median(reviews));
print(
  'the slowest of them',
  reviews.reduce((a, b) => (b.ms > a.ms ? b : a)),
);

function print(what: string, { keys, ms }: Stretch): void {
  process.stdout.write(`${String(keys).padStart(3)} keys ${ms.toFixed(0).padStart(6)} ms  ${what}\n`);
}

function median(all: readonly Stretch[]): Stretch {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { keys: middle(all.map((one) => one.keys)), ms: middle(all.map((one) => one.ms)) };
}
