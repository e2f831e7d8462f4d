import { parentPort, workerData } from 'node:worker_threads';
import type { Readers } from '../learn/letter-scores.ts';
import { fitReaders } from './fit-readers.ts';
import type { BesideRequest } from './fit-readers-beside.ts';

/* The program of the thread that fit-readers-beside.ts starts. */

const { letters, phrases, leftOut, options } = workerData as BesideRequest; // only fitReadersBeside starts it
const fitted: Readers[] = [];
for (const fold of leftOut) {
  const seen = letters.filter((letter) => letter.fold !== fold);
  fitted.push(await fitReaders(seen, phrases, options));
}
parentPort?.postMessage(fitted);
