import type { ReadPage } from '@mailroom/core';
import { expect, test } from 'vitest';
import { withFaxHeaders } from './with-fax-headers.ts';

const found = (texts: readonly string[]) => ({
  doubt: 'Seite 1 ist kaum lesbar.',
  reading: { pages: texts.map(page), mediaType: 'application/pdf', searchablePdf: undefined },
});

test('a fax of which the gateway announced more pages than came goes to a person for that first', () => {
  expect(withFaxHeaders(found(['Text', 'Text']), 3).doubt).toMatch(/^Nur 2 von 3 Seiten sind angekommen\./);
  expect(withFaxHeaders(found(['Text', 'Text']), 2).doubt).toBe('Seite 1 ist kaum lesbar.');
});

test('what the header lines say goes before what the gateway counted', () => {
  const header = (number: number) => `02.03.2026  09:15  VON +4942155501  S. ${number}/3\nText`;
  const read = withFaxHeaders(found([header(1), header(3)]), 3);
  expect(read.doubt).toMatch(/^Seite 2 von 3 ist nicht angekommen\./);
  expect(read.reading).toMatchObject({
    sender: '+4942155501',
    faxHeader: { headerSentAt: '2026-03-02T08:15:00.000Z', headerPages: 3 },
  });
});

function page(text: string, index: number): ReadPage {
  const size = { widthPx: 1654, heightPx: 2339, xDpi: 200, yDpi: 200 };
  const fixed = { source: 'ocr', turn: 0, words: [], confidence: 0.9, blank: false, notes: [] } as const;
  return { ...fixed, ...size, number: index + 1, text };
}
