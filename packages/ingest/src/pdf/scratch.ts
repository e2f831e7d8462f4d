import type { Pdfium, Pointer } from './pdfium.ts';

/** Lends `size` bytes of pdfium's memory to `use`, for the results that C functions write. */
export function withScratch<Result>(
  pdfium: Pdfium,
  size: number,
  use: (pointer: Pointer, view: () => DataView) => Result,
): Result {
  const pointer = pdfium._malloc(size);
  if (pointer === 0) throw new RangeError(`pdfium has no ${size} bytes left`);
  try {
    // The memory moves when it grows, so the view is made after the call that wrote.
    return use(pointer, () => new DataView(pdfium.HEAPU8.buffer, pointer, size));
  } finally {
    pdfium._free(pointer);
  }
}
