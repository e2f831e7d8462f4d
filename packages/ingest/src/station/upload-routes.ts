import { createHash } from 'node:crypto';
import { loadTray, registerUploadIn, requireFreshKey, trayClosed } from '@mailroom/database';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Incoming } from '../channels/intake.ts';
import { takeApart } from '../channels/take-apart.ts';
import { sniffMediaType } from '../sniff-media-type.ts';
import { receiveBody } from './receive-body.ts';
import { askingStation, type StationApp, type StationContext } from './station-app.ts';
import { stationError } from './station-error.ts';
import { problemAnswer, sheetRange, trayName, uploadAnswer, uploadKey } from './station-schemas.ts';

const response = { 200: uploadAnswer, 409: problemAnswer, 413: problemAnswer };

/**
 * Uploading a document or, where the tray says so, a stack. Its address holds the idempotency key: after a network drop the station sends it again
 * to the same address, however often, and it is there once.
 */
export function uploadRoutes(app: StationApp, context: StationContext): void {
  app.put(
    '/v1/trays/:tray/documents/:key',
    {
      schema: {
        params: z.object({ tray: trayName, key: uploadKey }),
        querystring: z.object({ sheets: sheetRange, fileName: z.string().max(300).optional() }),
        response,
        summary: 'Upload a document; the answer means that it is stored and registered',
      },
    },
    async (request) => {
      const { database, intake, splitter } = context;
      const { key } = request.params;
      const station = askingStation(request);
      const tray = await loadTray(database, station.id, request.params.tray);
      if (!tray) throw stationError.noTray(request.params.tray);
      if (tray.closedAt && !tray.documents.some((one) => isOf(key, one.key))) throw trayClosed();
      const incoming = {
        ...(await receiveScan(request, context)),
        ...{ batchId: tray.batchId, path: key, sheets: request.query.sheets, receivedAt: tray.receivedAt },
        fileName: plainName(request.query.fileName ?? key),
        facts: { station: station.name, tray: tray.name },
      };
      const sha256 = createHash('sha256').update(incoming.bytes).digest('hex');
      await requireFreshKey(database, { batchId: tray.batchId, key, sha256 });
      const stacks = { mode: tray.stacks, splitter };
      const { documentId, isNew } = await takeApart(incoming, stacks, intake, registerUploadIn);
      return { documentId, key, isNew };
    },
  );
}

/** Whether a document came in under this key, by itself or as a letter of a stack. */
const isOf = (key: string, arrived: string) => arrived === key || arrived.startsWith(`${key} pages `);

/** The bytes of the request, and what follows from them and from its being a scan. */
export async function receiveScan(
  request: FastifyRequest,
  { intake, maxBytes, priority }: StationContext,
): Promise<Pick<Incoming, 'bytes' | 'mediaType' | 'modifiedMs' | 'channel' | 'priority'>> {
  await intake.requireRoom();
  const { 'content-length': length, 'content-digest': digest } = request.headers;
  const announced = {
    bytes: length === undefined ? undefined : Number(length),
    digest: typeof digest === 'string' ? digest : undefined,
  };
  const bytes = await receiveBody(request.raw, announced, maxBytes);
  return {
    ...{ bytes, mediaType: sniffMediaType(bytes), modifiedMs: Date.now(), channel: 'letter', priority },
  };
}

/** A name for people: no folder, no control characters. */
export function plainName(name: string): string {
  return (
    name
      .replace(/^.*[/\\]/s, '')
      .replace(/\p{C}/gu, '')
      .trim()
      .slice(-120) || 'scan'
  );
}
