import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PDFiumModule } from '@hyzyla/pdfium';

/** A pointer into the wasm memory, or 0. */
export type Pointer = number;

/**
 * The functions of pdfium's C interface that we call (fpdfview.h, fpdf_edit.h, fpdf_text.h). The package's
 * own wrapper leaves most of them out, though its wasm exports them all.
 */
export interface Pdfium {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  _malloc(size: number): Pointer;
  _free(pointer: Pointer): void;
  _FPDF_InitLibrary(): void;
  _FPDF_GetLastError(): number;
  _FPDF_LoadMemDocument(bytes: Pointer, size: number, password: Pointer): Pointer;
  _FPDF_DocumentHasValidCrossReferenceTable(document: Pointer): number;
  _FPDF_CloseDocument(document: Pointer): void;
  _FPDF_GetPageCount(document: Pointer): number;
  _FPDFDoc_GetAttachmentCount(document: Pointer): number;
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FPDF_GetPageWidthF(page: Pointer): number;
  _FPDF_GetPageHeightF(page: Pointer): number;
  _FPDFPage_GetRotation(page: Pointer): number;
  _FPDFPage_GetAnnotCount(page: Pointer): number;
  _FPDFPage_Flatten(page: Pointer, usage: number): number;
  _FPDFPage_CountObjects(page: Pointer): number;
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  _FPDFFormObj_CountObjects(form: Pointer): number;
  _FPDFFormObj_GetObject(form: Pointer, index: number): Pointer;
  _FPDFPageObj_GetType(object: Pointer): number;
  _FPDFPageObj_GetMatrix(object: Pointer, matrix: Pointer): number;
  _FPDFTextObj_GetTextRenderMode(object: Pointer): number;
  _FPDFImageObj_GetImageMetadata(object: Pointer, page: Pointer, metadata: Pointer): number;
  _FPDFImageObj_GetImagePixelSize(object: Pointer, width: Pointer, height: Pointer): number;
  _FPDFImageObj_GetImageFilterCount(object: Pointer): number;
  _FPDFImageObj_GetImageFilter(object: Pointer, index: number, buffer: Pointer, size: number): number;
  _FPDFImageObj_GetImageDataRaw(object: Pointer, buffer: Pointer, size: number): number;
  _FPDFImageObj_GetBitmap(object: Pointer): Pointer;
  _FPDFBitmap_Create(width: number, height: number, alpha: number): Pointer;
  _FPDFBitmap_FillRect(b: Pointer, x: number, y: number, w: number, h: number, color: number): number;
  _FPDFBitmap_Destroy(bitmap: Pointer): void;
  _FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  _FPDFBitmap_GetFormat(bitmap: Pointer): number;
  _FPDFBitmap_GetWidth(bitmap: Pointer): number;
  _FPDFBitmap_GetHeight(bitmap: Pointer): number;
  _FPDFBitmap_GetStride(bitmap: Pointer): number;
  _FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDF_PageToDevice(
    page: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: Pointer,
    deviceY: Pointer,
  ): number;
  _FPDFText_LoadPage(page: Pointer): Pointer;
  _FPDFText_ClosePage(textPage: Pointer): void;
  _FPDFText_CountChars(textPage: Pointer): number;
  _FPDFText_GetUnicode(textPage: Pointer, index: number): number;
  _FPDFText_GetTextObject(textPage: Pointer, index: number): Pointer;
  _FPDFText_GetCharBox(
    textPage: Pointer,
    index: number,
    left: Pointer,
    right: Pointer,
    bottom: Pointer,
    top: Pointer,
  ): number;
}

/** More than any page within our limits needs; a bomb runs out of it, and the instance is thrown away. */
const heapLimitBytes = 480 * 1024 * 1024;
/** wasm memory never shrinks, so an instance that has grown past this is not used again. */
const heapKeepBytes = 64 * 1024 * 1024;

let compiled: Promise<WebAssembly.Module> | undefined;
let current: Promise<Pdfium> | undefined;

/** The instance in use; after a trap (see discardPdfium) or when it has grown large, a fresh one. */
export async function loadPdfium(): Promise<Pdfium> {
  current ??= instantiate();
  return await current;
}

/** To be called when a document has been closed: gives back the memory that a large one took. */
export function retireWhenLarge(pdfium: Pdfium): void {
  if (pdfium.HEAPU8.length > heapKeepBytes) discardPdfium();
}

/** Documents still open in it keep it alive; new ones get a fresh instance. */
export function discardPdfium(): void {
  current = undefined;
}

async function instantiate(): Promise<Pdfium> {
  compiled ??= compile();
  const wasm = await compiled;
  // The package's types leave out what its module exports; the interface above is from pdfium's headers.
  const pdfium = (await PDFiumModule({
    instantiateWasm: (imports, done: (instance: never) => void) => {
      limitHeap(imports);
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance as never);
      return instance.exports;
    },
  })) as Awaited<ReturnType<typeof PDFiumModule>> & Pdfium;
  pdfium._FPDF_InitLibrary();
  return pdfium;
}

async function compile(): Promise<WebAssembly.Module> {
  const path = fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'));
  return await WebAssembly.compile(await readFile(path));
}

/** pdfium's allocator asks this import for more memory; refused, it fails like on a full machine. */
function limitHeap(imports: WebAssembly.Imports): void {
  const env = imports['env'];
  const grow = env?.['emscripten_resize_heap'];
  if (!env || typeof grow !== 'function') return;
  env['emscripten_resize_heap'] = (bytes: number) => (bytes >>> 0 > heapLimitBytes ? 0 : grow(bytes));
}
