import type { TextPage } from '@mailroom/core';
import { openTextFont, replaceUnknown } from './text-font.ts';
import { type Run, typeset } from './typeset.ts';

type Font = ReturnType<typeof openTextFont>;

/** A text page as SVG at 200 dpi, drawn from the font's outlines: a bare machine has no fonts for SVG text. */
export function drawTextPage(page: TextPage): Buffer {
  const font = openTextFont();
  const show = (text: string): string => replaceUnknown(text, (code) => font.hasGlyphForCodePoint(code));
  const widthOf = (text: string, size: number): number =>
    (font.layout(show(text)).advanceWidth * size) / font.unitsPerEm;
  const { runs, widthPx, heightPx } = typeset(page, widthOf);
  const drawn = runs.map((run) => drawRun(font, { ...run, text: show(run.text) }));
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="white"/>${drawn.join('')}</svg>`,
  );
}

function drawRun(font: Font, { text, x, baseline, size }: Run): string {
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let pen = 0;
  const outlines = glyphs.map((glyph, index) => {
    const at = pen;
    pen += positions[index]?.xAdvance ?? 0;
    return `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`;
  });
  return `<g transform="translate(${x} ${baseline}) scale(${scale} ${-scale})">${outlines.join('')}</g>`;
}
