import {
  brokenChains,
  eventsOf,
  loadDocument,
  loadDoubts,
  loadStack,
  loadText,
  partsOf,
  unbalancedBatches,
} from '@mailroom/database';
import { withCannedText } from '@mailroom/ocr';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { reconcile } from './reconcile.ts';
import { cancellation, type TestMailroom, testMailroom } from './testing/test-mailroom.ts';
import { startWorkers } from './workers.ts';

const everywhere = { ocr: 1, classify: 1, index: 1, route: 1 };

const move = `Bernd Öztürk
Gartenstraße 12
04109 Leipzig
Telefon: 0341 5550199

Leipzig, den 27.02.2026

Umzug, Vertrag NW-4417-99999

Guten Tag,

ab dem 1. April wohne ich in der Lindenallee 4 in 04155 Leipzig.
Bitte schicken Sie die Rechnung dorthin.

Viele Grüße
Bernd Öztürk`;

const longPage = `${Array.from({ length: 22 }, (_, line) => `In Zeile ${line} beschreibe ich ausführlich, was damals mit dem Anschluss geschah,`).join('\n')}
und wie ich dann mit dem Techniker gesprochen habe, der mir`;
const nextPage = `zugesagt hat, dass alles bald wieder geht.

Mit freundlichen Grüßen
Bernd Öztürk`;

test('a stack becomes its letters, each on its way without being read again', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const stackId = await takeStack(mailroom, [
    cancellation,
    `${move.split('Viele')[0]}${longPage}`,
    nextPage,
    move,
  ]);
  const sha256 = (await loadDocument(database, stackId))?.sha256 ?? '';
  const parts = await partsOf(database, sha256);
  expect(parts.map(({ first, last }) => `${first}-${last}`)).toEqual(['1-1', '2-3', '4-4']);
  const [first, second] = parts;
  await mailroom.waitFor(first?.documentId ?? 0, 'routed');
  expect(await loadDocument(database, second?.documentId ?? 0)).toMatchObject({
    ...{ fileName: 'tray (2-3).pdf', pageCount: 2, isStack: false },
  });
  expect(await loadText(database, second?.documentId ?? 0)).toContain('zugesagt hat');
  const kinds = (await eventsOf(database, first?.documentId ?? 0)).map(({ kind }) => kind);
  expect(kinds).toEqual(['received', 'read', 'classified', 'indexed', 'routed']);
  expect(await loadDocument(database, stackId)).toMatchObject({
    ...{ state: 'rejected', reason: expect.stringContaining('Seine 3 Schriftstücke') },
  });
  const shown = await database.query('select from document_search where document_id = $1', [stackId]);
  expect(shown.rowCount).toBe(0);
  expect(await brokenChains(database)).toEqual([]);
  expect(await unbalancedBatches(database)).toEqual([]);
});

test('a boundary that is not sure is asked about, in German, with the page', async () => {
  await using mailroom = await testMailroom();
  const { database } = mailroom.context;
  const enclosed = cancellation.replace('Mit freundlichen', 'Anlage: Kopie\n\nMit freundlichen');
  const id = await takeStack(mailroom, [`${enclosed}\n\nAnlage: Kopie`, move]);
  await mailroom.waitFor(id, 'review');
  const doubts = (await loadDoubts(database, id)).filter(({ stage }) => stage === 'separate');
  expect(doubts).toMatchObject([
    { reason: expect.stringMatching(/^Seite 2 könnte ein neuer Brief sein \(/) },
  ]);
  const stack = await loadStack(database, (await loadDocument(database, id))?.sha256 ?? '');
  expect(stack).toMatchObject({ parts: [{ first: 1, last: 2, documentId: id }], pages: [{}, { number: 2 }] });
});

test('a document that nobody called a stack is never cut', async () => {
  await using mailroom = await testMailroom();
  const id = await mailroom.takeBytes(await pdfOf([cancellation, move]), 'two.pdf');
  await work(mailroom, id);
  expect((await loadDocument(mailroom.context.database, id))?.pageCount).toBe(2);
});

async function takeStack(mailroom: TestMailroom, pages: readonly string[]): Promise<number> {
  const id = await mailroom.takeBytes(await pdfOf(pages), 'tray.pdf');
  await mailroom.context.database.query('update documents set is_stack = true where id = $1', [id]);
  await work(mailroom, id);
  return id;
}

/** Until the document, and what it was cut into, is settled. */
async function work({ context, hints }: TestMailroom, id: number): Promise<void> {
  const workers = startWorkers(context, hints, everywhere);
  const settled = async () => {
    await reconcile(context.database, hints);
    const { rowCount } = await context.database.query(
      "select from documents where state in ('received', 'read', 'classified', 'indexed')",
    );
    return rowCount;
  };
  await expect.poll(settled, { timeout: 60_000, interval: 200 }).toBe(0);
  await workers.close();
  expect(id).toBeGreaterThan(0);
}

async function pdfOf(texts: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const white = { width: 1654, height: 2339, channels: 3, background: 'white' } as const;
  const image = await sharp({ create: white }).jpeg().toBuffer();
  for (const text of texts) {
    const embedded = await pdf.embedJpg(Uint8Array.from(withCannedText(image, [text])));
    pdf.addPage([595, 842]).drawImage(embedded, { x: 0, y: 0, width: 595, height: 842 });
  }
  return Buffer.from(await pdf.save());
}
