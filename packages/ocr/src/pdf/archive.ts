import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { srgbProfile } from './srgb-profile.ts';

/** What the PDF says about itself. The same meta and pages give the same bytes. */
export interface PdfMeta {
  readonly documentId: string;
  readonly title: string;
  readonly createdAt: Date;
}

const producer = 'Mailroom';

/** Adds what makes a PDF a PDF/A-2b: XMP that agrees with the Info dictionary, an output intent, an id. */
export function markAsArchive(pdf: PDFDocument, meta: PdfMeta): void {
  const { context, catalog } = pdf;
  pdf.setTitle(meta.title);
  pdf.setProducer(producer);
  pdf.setCreator(producer);
  pdf.setCreationDate(meta.createdAt);
  pdf.setModificationDate(meta.createdAt);
  pdf.setLanguage('de-DE');
  const xmp = context.stream(Buffer.from(xmpPacket(meta)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  catalog.set(PDFName.of('OutputIntents'), context.obj([addOutputIntent(context)]));
  const id = PDFHexString.of(createHash('sha256').update(meta.documentId).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

function xmpPacket({ title, createdAt }: PdfMeta): string {
  const date = `${createdAt.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${producer}</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>${producer}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

function escapeXml(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Without control characters and halves of surrogate pairs, which neither XML nor a font can hold. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, ' ');
}

/** The same in every PDF: compressed once. */
const profileBytes = deflateSync(srgbProfile());

function addOutputIntent(context: PDFContext): PDFRef {
  const profile = context.stream(profileBytes, { N: 3, Filter: 'FlateDecode' });
  return context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB IEC61966-2.1'),
      DestOutputProfile: context.register(profile),
    }),
  );
}
