import { parentPort, workerData } from 'node:worker_threads';
import { fitReaders } from './fit-readers.ts';
import type { BesideRequest } from './fit-readers-beside.ts';

/* The program of the thread that fit-readers-beside.ts starts. */

const { letters, phrases, leftOut, options } = workerData as BesideRequest; // only fitReadersBeside starts it
parentPort?.postMessage(
  leftOut.map((fold) =>
    fitReaders(
      letters.filter((letter) => letter.fold !== fold),
      phrases,
      options,
    ),
  ),
);
