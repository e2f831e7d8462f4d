import { BadDocumentError } from '@mailroom/core';

/** Every way in which a file is not a document we can read; the sentences are for the scan operator. */
export const badDocument = {
  empty: () =>
    new BadDocumentError(
      'empty-file',
      'Die Datei ist leer (0 Byte). Bitte das Schriftstück neu scannen oder neu anfordern.',
    ),

  /** `seems` with its article in the nominative: "ein Word-Dokument"; undefined when nobody knows. */
  unsupported: (seems: string | undefined) =>
    new BadDocumentError(
      'unsupported-format',
      `${seems ? `Die Datei scheint ${seems} zu sein` : 'Die Datei ist von unbekannter Art'} ` +
        'und kann nicht als Schriftstück gelesen werden. Bitte als PDF oder TIFF neu einreichen.',
    ),

  encrypted: (cause?: unknown) =>
    new BadDocumentError(
      'encrypted',
      'Die Datei ist mit einem Kennwort geschützt. ' +
        'Bitte beim Absender das Kennwort oder eine ungeschützte Fassung anfordern.',
      { state: 'review', cause },
    ),

  damaged: (what: string, cause?: unknown) =>
    new BadDocumentError(
      'damaged',
      `${what} ist beschädigt oder unvollständig und kann nicht dargestellt werden. ` +
        'Bitte neu scannen oder vom Absender neu anfordern.',
      { cause },
    ),

  noPages: () =>
    new BadDocumentError(
      'no-pages',
      'Die Datei enthält keine Seiten. Bitte neu scannen oder vom Absender neu anfordern.',
    ),

  tooManyPixels: (widthPx: number, heightPx: number) =>
    new BadDocumentError(
      'too-large',
      `Das Bild ist mit ${inGerman(widthPx)} x ${inGerman(heightPx)} Bildpunkten zu groß. ` +
        'Bitte mit höchstens 600 dpi neu scannen.',
    ),

  unpacksTooLarge: () =>
    new BadDocumentError(
      'unpacks-too-large',
      'Die Datei wird beim Entpacken ungewöhnlich groß und wurde nicht geöffnet. Bitte als PDF neu einreichen.',
    ),

  tooManyPages: (pages: number, limit: number) =>
    new BadDocumentError(
      'too-many-pages',
      `Die Datei hat ${inGerman(pages)} Seiten, erlaubt sind ${inGerman(limit)}. ` +
        'Bitte in einzelne Schriftstücke trennen und neu einreichen.',
      { state: 'review' },
    ),

  tooSlow: (seconds: number) =>
    new BadDocumentError(
      'too-slow',
      `Das Öffnen der Datei dauert länger als ${inGerman(seconds)} Sekunden und wurde abgebrochen. ` +
        'Bitte ausdrucken und neu scannen.',
      { state: 'review' },
    ),

  mailWithoutContent: () =>
    new BadDocumentError(
      'empty-mail',
      'Die E-Mail enthält weder Text noch eine lesbare Anlage. Bitte beim Absender nachfragen.',
      { state: 'review' },
    ),
};

export function inGerman(count: number): string {
  return count.toLocaleString('de-DE');
}
