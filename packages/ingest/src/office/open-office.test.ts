import { expect, test } from 'vitest';
import { open } from '../fixtures/pages-of.ts';
import { jpegPage } from '../fixtures/pictures.ts';
import { zipOf } from '../fixtures/zip-of.ts';

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (body: string) => `<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
const textOf = async (bytes: Buffer) =>
  (await open(bytes)).pages.map((page) => ('text' in page ? page.text : '')).join('\f');

test('a Word document shows its letterhead, its text, its tables and its pictures', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const { document, pages } = await open(
    zipOf({
      'word/document.xml': word(
        `${paragraph('Kündigung &amp; Widerruf')}<w:tbl><w:tr>${cell('Kundennummer')}${cell('6029481735')}</w:tr></w:tbl>` +
          `<w:p><w:r><w:delText>alt</w:delText><w:t>neu</w:t><w:tab/><w:t>Wort</w:t></w:r></w:p>`,
      ),
      'word/header1.xml': `<w:hdr xmlns:w="x">${paragraph('Erika Krüger')}</w:hdr>`,
      'word/media/image1.jpeg': await jpegPage(620, 877),
      'word/media/image2.jpeg': await jpegPage(200, 60),
    }),
  );
  expect(document.pageCount).toBe(2);
  expect(pages).toMatchObject([
    { text: 'Erika Krüger\nKündigung & Widerruf\nKundennummer 6029481735\nneu Wort' },
    { kind: 'image', number: 2, widthPx: 620 },
  ]);
});

test('an Excel table shows its cells, dates as dates', async () => {
  const bytes = zipOf({
    'xl/workbook.xml': '<workbook/>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>Kündi</t><r><t>gung</t></r></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><row><c t="s"><v>0</v></c><c s="1"><v>46081</v></c></row>' +
      '<row><c><v>12.5</v></c><c t="inlineStr"><is><t>Euro</t></is></c></row></worksheet>',
  });
  expect(await textOf(bytes)).toBe('Kündigung 28.02.2026\n12,5 Euro');
});

test('an OpenDocument text shows its text without what was struck out', async () => {
  const bytes = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      '<o><text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:h>Kündigung</text:h>' +
      '<text:p>zum<text:s text:c="2"/>31.3.<text:line-break/>Gruß</text:p></o>',
  });
  expect(await textOf(bytes)).toBe('Kündigung\nzum 31.3.\nGruß');
});

test('RTF shows its text in its code page, and what Outlook packed into it', async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}K\'fcndigung\par zum \u8364?5{\b !}}`;
  expect(await textOf(Buffer.from(rtf))).toBe('Kündigung\nzum €5!');
  const html = String.raw`{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\par}\htmlrtf0 Hallo{\*\htmltag72 </p>}}`;
  expect(await textOf(Buffer.from(html))).toBe('Hallo');
});

test.each([
  ['cut off', zipOf({ 'word/document.xml': word(paragraph('Brief')) }).subarray(0, 120), 'damaged'],
  ['without a word', zipOf({ 'word/document.xml': word('') }), 'no-pages'],
  ['a bomb', zipOf({ 'word/document.xml': Buffer.alloc(101_000_000) }), 'unpacks-too-large'],
  [
    'locked',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
])('a document that is %s is refused with its reason', async (_, bytes, code) => {
  await expect(open(bytes)).rejects.toMatchObject({ code });
});
