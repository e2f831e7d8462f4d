import { civilDate, defaultCalendar } from '@mailroom/core';
import { type Rescan, registerRescan, rescansFor } from '@mailroom/database';
import { z } from 'zod';
import { askingStation, type StationApp, type StationContext } from './station-app.ts';
import { stationError } from './station-error.ts';
import { problemAnswer, rescanAnswer, uploadAnswer } from './station-schemas.ts';
import { plainName, receiveScan } from './upload-routes.ts';

/** What people at the desk want scanned again goes back to the station that scanned it. */
export function rescanRoutes(app: StationApp, context: StationContext): void {
  const { database, intake } = context;
  app.get(
    '/v1/rescans',
    { schema: { response: { 200: z.array(rescanAnswer) }, summary: 'What this station has to scan again' } },
    async (request) => (await rescansFor(database, askingStation(request).id)).map(showRescan),
  );

  app.put(
    '/v1/rescans/:id/document',
    {
      schema: {
        params: z.object({
          id: z.coerce
            .number()
            .int()
            .positive()
            .max(2 ** 53),
        }),
        querystring: z.object({ fileName: z.string().max(300).optional() }),
        response: { 200: uploadAnswer, 409: problemAnswer, 413: problemAnswer },
        summary: 'The new scan; it counts as received when the old one was',
      },
    },
    async (request) => {
      const station = askingStation(request);
      const [rescan] = await rescansFor(database, station.id, request.params.id);
      if (!rescan) throw stationError.noRescan();
      const scan = await receiveScan(request, context);
      const now = new Date();
      const batch = { source: 'upload', receivedAt: now, station: station.name } as const;
      const key = `rescan-${rescan.id}`;
      const incoming = {
        ...{ ...scan, path: key, receivedAt: rescan.receivedAt },
        batchId: await intake.openBatch({ ...batch, name: `rescans ${station.name} ${today(now)}` }),
        fileName: plainName(request.query.fileName ?? key),
        facts: { station: station.name, rescanOf: rescan.documentId },
      };
      const { documentId, isNew } = await intake.take(incoming, (base, arrival) =>
        registerRescan(base, rescan, arrival),
      );
      return { documentId, key, isNew };
    },
  );
}

const today = (now: Date) => civilDate(now, defaultCalendar);

function showRescan({ firstSheet, lastSheet, requestedAt, ...rescan }: Rescan): z.infer<typeof rescanAnswer> {
  const sheets = firstSheet === lastSheet ? firstSheet : `${firstSheet}-${lastSheet}`;
  return {
    ...{ id: rescan.id, tray: rescan.tray, key: rescan.key, sheets: sheets === null ? null : `${sheets}` },
    ...{ reason: rescan.reason, requestedBy: rescan.requestedBy, requestedAt: requestedAt.toISOString() },
  };
}
