import { expect, test } from 'vitest';
import { unrotate } from '../geometry.ts';
import { whiteRaster } from './raster.ts';
import { rotateRaster } from './rotate-raster.ts';

test.each([-7, -0.8, 0, 1.5, 8])(
  'what stood on a page turned by %d degrees is where unrotate says',
  (degrees) => {
    const page = whiteRaster(400, 600);
    for (let y = 450; y < 460; y += 1) page.grey.fill(0, y * 400 + 300, y * 400 + 310);
    const turned = rotateRaster(page, degrees);
    const ink = [...turned.grey.entries()].filter(([, value]) => value < 128);
    const mean = (of: (at: number) => number) =>
      ink.reduce((sum, [at]) => sum + of(at), 0) / ink.length + 0.5;
    const [x, y] = [mean((at) => at % turned.widthPx), mean((at) => Math.floor(at / turned.widthPx))];
    const { a, b, c, d, e, f } = unrotate(page, turned, degrees);
    expect(a * x + c * y + e).toBeCloseTo(305, 0);
    expect(b * x + d * y + f).toBeCloseTo(455, 0);
    expect(Math.abs(ink.length - 100)).toBeLessThan(10);
  },
);
