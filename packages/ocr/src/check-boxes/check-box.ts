import { z } from 'zod';
import type { Size, Turn } from '../geometry.ts';

/** A rectangle of whole pixels; `right` and `bottom` belong to it. */
const squareSchema = z.object({
  left: z.number().int(),
  top: z.number().int(),
  right: z.number().int(),
  bottom: z.number().int(),
});
export type Square = z.infer<typeof squareSchema>;

/** A small square drawn on a page, there to be ticked, in pixels of the cleaned raster. */
export const checkBoxSchema = z.object({
  square: squareSchema,
  /** `unclear`: too little ink for a tick and too much for none, or black all over. */
  state: z.enum(['ticked', 'empty', 'unclear']),
  /** The ink inside touches no line of the box: a printed cross, or a digit in a place for digits. */
  isApart: z.boolean(),
  /** 0 to 1: how far the ink inside is from what could be either. */
  certainty: z.number().min(0).max(1),
});
export type CheckBox = z.infer<typeof checkBoxSchema>;

/** Where the boxes of a raster lie when it is turned clockwise. `size` is the raster's before turning. */
export function turnCheckBoxes(boxes: readonly CheckBox[], size: Size, turn: Turn): CheckBox[] {
  return boxes.map((box) => ({ ...box, square: turnSquare(box.square, size, turn) }));
}

function turnSquare({ left, top, right, bottom }: Square, { widthPx, heightPx }: Size, turn: Turn): Square {
  const [x, y] = [widthPx - 1, heightPx - 1];
  if (turn === 90) return { left: y - bottom, top: left, right: y - top, bottom: right };
  if (turn === 180) return { left: x - right, top: y - bottom, right: x - left, bottom: y - top };
  if (turn === 270) return { left: top, top: x - right, right: bottom, bottom: x - left };
  return { left, top, right, bottom };
}
