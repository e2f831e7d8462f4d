export { checkSize } from './check-size.ts';
export { createReader, type Reader, type ReaderOptions } from './create-reader.ts';
export {
  describeNative,
  describeReader,
  type EngineChoice,
  type ReaderDescription,
} from './describe-reader.ts';
export { withCannedText } from './engines/canned.ts';
export type { EngineName } from './engines/start-engine.ts';
export type { PdfMeta } from './pdf/archive.ts';
export { type PdfPage, writeSearchablePdf } from './pdf/write-searchable-pdf.ts';
export { renderPagePreview } from './render-page-preview.ts';
