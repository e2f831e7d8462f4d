import { type Affine, compose, identity } from '@mailroom/core';
import type { Pdfium, Pointer } from './pdfium.ts';
import { withScratch } from './scratch.ts';

/** An image as a page draws it. `order` counts the objects of the page, later ones cover earlier ones. */
export interface DrawnImage {
  readonly object: Pointer;
  readonly order: number;
  readonly matrix: Affine;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface PageSurvey {
  readonly images: readonly DrawnImage[];
  /** Text objects with their order. */
  readonly texts: ReadonlyMap<Pointer, number>;
  /** Lines, areas and shadings; not counted within forms past the limit. */
  readonly drawings: number;
  readonly objects: number;
}

/** What a page draws, forms (reusable content) opened up to a bounded depth and number of objects. */
export function surveyPage(pdfium: Pdfium, page: Pointer): PageSurvey {
  const found: Found = { images: [], texts: new Map(), drawings: 0, objects: 0 };
  const count = pdfium._FPDFPage_CountObjects(page);
  for (let index = 0; index < count && found.objects < maxObjects; index += 1) {
    visit(pdfium, pdfium._FPDFPage_GetObject(page, index), identity, 0, found);
  }
  return found;
}

interface Found {
  images: DrawnImage[];
  texts: Map<Pointer, number>;
  drawings: number;
  objects: number;
}

function visit(pdfium: Pdfium, object: Pointer, outer: Affine, depth: number, found: Found): void {
  const order = found.objects;
  found.objects += 1;
  const type = pdfium._FPDFPageObj_GetType(object);
  if (type === textObject) found.texts.set(object, order);
  else if (type === imageObject) found.images.push(drawnImage(pdfium, object, order, outer));
  else if (type === formObject && depth < maxDepth) visitForm(pdfium, object, outer, depth, found);
  else found.drawings += 1;
}

function visitForm(pdfium: Pdfium, form: Pointer, outer: Affine, depth: number, found: Found): void {
  const matrix = compose(outer, matrixOf(pdfium, form));
  const count = pdfium._FPDFFormObj_CountObjects(form);
  for (let index = 0; index < count && found.objects < maxObjects; index += 1) {
    visit(pdfium, pdfium._FPDFFormObj_GetObject(form, index), matrix, depth + 1, found);
  }
}

function drawnImage(pdfium: Pdfium, object: Pointer, order: number, outer: Affine): DrawnImage {
  const matrix = compose(outer, matrixOf(pdfium, object));
  return withScratch(pdfium, 8, (pointer, view) => {
    const known = pdfium._FPDFImageObj_GetImagePixelSize(object, pointer, pointer + 4);
    const widthPx = known ? view().getUint32(0, true) : 0;
    const heightPx = known ? view().getUint32(4, true) : 0;
    return { object, order, matrix, widthPx, heightPx };
  });
}

function matrixOf(pdfium: Pdfium, object: Pointer): Affine {
  return withScratch(pdfium, 24, (pointer, view) => {
    if (!pdfium._FPDFPageObj_GetMatrix(object, pointer)) return identity;
    const at = (index: number) => view().getFloat32(index * 4, true);
    return { a: at(0), b: at(1), c: at(2), d: at(3), e: at(4), f: at(5) };
  });
}

/** FPDF_PAGEOBJ_* of fpdf_edit.h. */
const textObject = 1;
const imageObject = 3;
const formObject = 5;
const maxDepth = 6;
const maxObjects = 20_000;
