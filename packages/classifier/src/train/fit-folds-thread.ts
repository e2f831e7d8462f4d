import { parentPort, workerData } from 'node:worker_threads';
import { type FoldsRequest, fitFolds } from './fit-folds.ts';

/* The program of the thread that fit-folds-beside.ts starts. */

parentPort?.postMessage(await fitFolds(workerData as FoldsRequest)); // only fitFoldsBeside starts it
