import { closeTray, loadTray, openTray, openTrayNames, type Tray } from '@mailroom/database';
import { z } from 'zod';
import { countSheets } from './count-sheets.ts';
import { askingStation, type StationApp, type StationContext } from './station-app.ts';
import { StationError, stationError } from './station-error.ts';
import { problemAnswer, trayAnswer, trayName, trayRequest } from './station-schemas.ts';

const params = z.object({ tray: trayName });

/** Opening a tray with its counted sheets, looking at it, closing it. */
export function trayRoutes(app: StationApp, { database }: StationContext): void {
  const opening = { params, body: trayRequest, response: { 200: trayAnswer, 409: problemAnswer } };
  app.put(
    '/v1/trays/:tray',
    { schema: { ...opening, summary: 'Open a tray, or correct its count while it is open' } },
    async (request) => {
      const { countedSheets, receivedAt, stacks } = request.body;
      const tray = await openTray(database, askingStation(request), {
        ...{ name: request.params.tray, countedSheets, stacks },
        receivedAt: receivedAt === undefined ? new Date() : new Date(receivedAt),
      });
      if (tray.countedSheets !== countedSheets) throw closedWithOtherCount(tray);
      return showTray(tray);
    },
  );

  app.get(
    '/v1/trays',
    { schema: { response: { 200: z.array(z.string()) }, summary: 'Names of the trays that are open' } },
    async (request) => [...(await openTrayNames(database, askingStation(request).id))],
  );

  app.get(
    '/v1/trays/:tray',
    { schema: { params, response: { 200: trayAnswer }, summary: 'What has come in, and what became of it' } },
    async (request) => {
      const tray = await loadTray(database, askingStation(request).id, request.params.tray);
      if (!tray) throw stationError.noTray(request.params.tray);
      return showTray(tray);
    },
  );

  const closing = { params, response: { 200: trayAnswer, 409: problemAnswer } };
  app.post(
    '/v1/trays/:tray/close',
    { schema: { ...closing, summary: 'Close a tray: counted = received, else 409 shows what is missing' } },
    async (request) => {
      const name = request.params.tray;
      const tray = await closeTray(database, askingStation(request).id, name, isComplete);
      if (!tray) throw stationError.noTray(name);
      if (!tray.closedAt) throw incomplete(tray);
      return showTray(tray);
    },
  );
}

/** A sheet that came in twice is no loss; one that was not counted means that the count is wrong. */
function isComplete({ countedSheets, documents }: Tray): boolean {
  const { missing, surplus } = countSheets(countedSheets, sheetsOf(documents));
  return missing.length === 0 && surplus.length === 0;
}

function showTray(tray: Tray): z.infer<typeof trayAnswer> {
  const { received, missing, double, surplus } = countSheets(tray.countedSheets, sheetsOf(tray.documents));
  return {
    ...{ name: tray.name, state: tray.closedAt ? 'closed' : 'open', countedSheets: tray.countedSheets },
    stacks: tray.stacks,
    ...{ receivedSheets: received, missing: [...missing], double: [...double], surplus: [...surplus] },
    receivedAt: tray.receivedAt.toISOString(),
    documents: tray.documents.map(({ sheets: { first, last }, ...document }) => ({
      ...document,
      sheets: first === last ? `${first}` : `${first}-${last}`,
    })),
  };
}

const sheetsOf = (documents: Tray['documents']) => documents.map(({ sheets }) => sheets);

function incomplete(tray: Tray): StationError {
  const shown = showTray(tray);
  const missing = shown.missing.length > 0 ? `Es fehlen die Blätter ${shown.missing.join(', ')}. ` : '';
  const surplus =
    shown.surplus.length > 0 ? `Nicht mitgezählt sind die Blätter ${shown.surplus.join(', ')}. ` : '';
  const text = `${missing}${surplus}Bitte nachscannen oder die Zählung berichtigen und dann abschließen.`;
  return new StationError(409, 'tray-incomplete', text, { tray: shown });
}

function closedWithOtherCount(tray: Tray): StationError {
  const text = `Die Mappe „${tray.name}“ ist mit ${tray.countedSheets} Blättern abgeschlossen. Bitte einen anderen Namen wählen.`;
  return new StationError(409, 'tray-closed', text, { tray: showTray(tray) });
}
