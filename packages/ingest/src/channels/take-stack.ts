import type { Registration } from '@mailroom/database';
import { sniffMediaType } from '../sniff-media-type.ts';
import type { SplitPart } from '../stack/create-splitter.ts';
import type { Incoming, Intake } from './intake.ts';

/**
 * Takes in the letters of a stack, each a document; the stack itself is kept beside them, for whoever doubts where
 * it was cut. Run again after it was stopped in the middle it adds nothing that is there. Returns the registration
 * of the first letter.
 */
export async function takeStack(
  stack: Incoming,
  parts: readonly SplitPart[],
  intake: Intake,
): Promise<Registration> {
  const sha256 = await intake.keep(stack.bytes);
  let registration: Registration | undefined;
  for (const { bytes, first, last, doubt } of parts) {
    const pages = first === last ? `${first}` : `${first}-${last}`;
    const taken = await intake.take({
      ...{ ...stack, bytes, mediaType: sniffMediaType(bytes) },
      path: `${stack.path} pages ${pages}`,
      fileName: nameOf(stack.fileName, pages),
      doubt: [stack.doubt, doubt].filter((one) => one !== undefined).join(' ') || undefined,
      facts: { ...stack.facts, stack: sha256, stackPages: pages },
    });
    registration ??= taken;
  }
  if (!registration) throw new RangeError('a stack without letters');
  return registration;
}

/** "tray.pdf" becomes "tray (3-5).pdf". */
function nameOf(fileName: string, pages: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? `${fileName.slice(0, dot)} (${pages})${fileName.slice(dot)}` : `${fileName} (${pages})`;
}
