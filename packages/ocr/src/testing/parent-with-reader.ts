import { createReader } from '../create-reader.ts';
import { letterText, printPage } from './print-page.ts';

/** A program that is killed by a test while its children read. It prints their process ids. */
const reader = await createReader({ engine: 'tesseract.js', languages: 'deu', workers: 2 });
const page = await printPage(letterText);
const reading = [reader.read(page), reader.read(page), reader.read(page)];
process.stdout.write(JSON.stringify(reader.pids()));
await Promise.all(reading);
