import sharp from 'sharp';
import { sniffMediaType } from '../sniff-media-type.ts';

export interface MaybeDecoration {
  readonly content: Buffer;
  readonly contentType?: string;
  /** It stands within the text rather than beside it. */
  readonly inline: boolean;
}

/** Logos, icons and counting pixels, signatures of other programs: nothing a person would print. */
export async function isDecoration({ content, contentType = '', inline }: MaybeDecoration): Promise<boolean> {
  if (signatureTypes.has(contentType)) return true;
  if (!sniffMediaType(content).startsWith('image/')) return false;
  return await isSmall(content, inline ? smallInlinePx : smallPx);
}

const signatureTypes = new Set([
  'application/pgp-signature',
  'application/pgp-keys',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
]);
/** Neither side of a logo at the foot of a mail reaches this often; a photographed letter has 1000 and more. */
const smallInlinePx = 400;
const smallPx = 64;

async function isSmall(image: Buffer, sidePx: number): Promise<boolean> {
  try {
    const { width, height } = await sharp(image, { limitInputPixels: false }).metadata();
    return Math.min(width, height) < sidePx;
  } catch (error) {
    // Not readable: opening it says why.
    if (error instanceof Error) return false;
    throw error;
  }
}
