import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';

/** Arimo, drawn to the widths of Arial; SIL Open Font License. Latin, Greek, Cyrillic, Hebrew. */
export function readTextFont(): Buffer {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'));
}

/** The same font for measuring and drawing without a PDF. */
export function openTextFont() {
  return fontkit.create(readTextFont());
}

/** Characters the font cannot show (emoji, Chinese) become a question mark: PDF/A forbids empty boxes. */
export function replaceUnknown(text: string, knows: (codePoint: number) => boolean): string {
  return [...text].map((character) => (knows(character.codePointAt(0) ?? 0) ? character : '?')).join('');
}
