import { rmSync } from 'node:fs';
import { serveParent } from '@mailroom/children';
import { BadDocumentError, messageOf } from '@mailroom/core';
import sharp from 'sharp';
import { looksLikeBarcode } from '../barcodes/looks-like-barcode.ts';
import { readBarcodes } from '../barcodes/read-barcodes.ts';
import { findCheckBoxes } from '../check-boxes/find-check-boxes.ts';
import { rasterDpi } from '../check-boxes/raster-dpi.ts';
import { isNoRoom } from '../no-room.ts';
import { cleanPage, turnRaster } from './clean-page.ts';
import { fullestStrip } from './fullest-strip.ts';
import type { CleaningAnswer, CleaningRequest } from './protocol.ts';
import { readRaster, writeRaster } from './raster.ts';

/*
 * The program of the cleaning child: images are decoded here, where one that crashes or hangs the decoder costs
 * one process. It keeps nothing between two requests.
 */

const [workDir = ''] = process.argv.slice(2);

sharp.cache(false);
// Recognition takes the other cores.
sharp.concurrency(1);

serveParent(answer, { onOrphaned: () => rmSync(workDir, { recursive: true, force: true }) });

async function answer(request: CleaningRequest): Promise<CleaningAnswer> {
  try {
    return request.kind === 'clean' ? await clean(request) : await turn(request);
  } catch (error) {
    if (isNoRoom(error)) return { kind: 'no-room' };
    if (!(error instanceof BadDocumentError)) return { kind: 'failed', message: messageOf(error) };
    return { kind: 'bad', code: error.code, message: error.message, state: error.state };
  }
}

async function clean(request: CleaningRequest & { kind: 'clean' }): Promise<CleaningAnswer> {
  const { page, into } = request;
  const { raster, notes, ...clean } = await cleanPage(page);
  await writeRaster(into, raster);
  const { widthPx, heightPx } = raster;
  const checkBoxes = findCheckBoxes(raster, rasterDpi(page, clean.map));
  const barcodes = request.barcodes && looksLikeBarcode(raster) ? await readBarcodes(page) : [];
  const sheet = { ...clean, widthPx, heightPx, notes: [...notes], checkBoxes, barcodes };
  return { kind: 'cleaned', sheet };
}

async function turn(request: CleaningRequest & { kind: 'turn' }): Promise<CleaningAnswer> {
  const turned = await turnRaster(readRaster(request.from, request.sheet), request.turn);
  await writeRaster(request.into, request.sample ? fullestStrip(turned) : turned);
  return { kind: 'turned' };
}
