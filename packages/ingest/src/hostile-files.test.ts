import { deflateRawSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { open } from './fixtures/pages-of.ts';
import { jpegPage } from './fixtures/pictures.ts';

test('a script in a PDF is not run, and its page opens', async () => {
  const pdf = await PDFDocument.create();
  pdf
    .addPage([595, 842])
    .drawText('Hiermit kündige ich meinen Vertrag zum nächsten Termin.', { y: 700, size: 12 });
  const script = 'while (true) { this.submitForm("https://example.org"); app.alert("x"); }';
  const action = pdf.context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(script) });
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(action));
  pdf.addJavaScript('main', script);
  const { pages } = await open(Buffer.from(await pdf.save()));
  expect(pages).toMatchObject([{ kind: 'text', text: expect.stringContaining('kündige') }]);
});

test('a file that is two things at once is what it begins as', async () => {
  const jpeg = await jpegPage(300, 200);
  const page = '<html><script>alert(1)</script></html>';
  const { document, pages } = await open(Buffer.concat([jpeg, Buffer.from(`${page}PK\x03\x04`)]));
  expect(document.mediaType).toBe('image/jpeg');
  expect(pages).toHaveLength(1);
});

test('a zip in a zip is refused without being unpacked', async () => {
  let bytes = Buffer.alloc(10_000_000);
  for (let depth = 0; depth < 3; depth += 1) {
    const head = Buffer.from('504b0304140000000800000000000000000000000000000000000500000078', 'hex');
    bytes = Buffer.concat([head.subarray(0, 30), Buffer.from('x.zip'), deflateRawSync(bytes)]);
  }
  await expect(open(bytes)).rejects.toMatchObject({ code: 'unsupported-format' });
});
