import { expect, test } from 'vitest';
import { channelOf } from './channel-of.ts';

const fax = { kind: 'image', xDpi: 204 } as const;
const scan = { kind: 'image', xDpi: 300 } as const;

test('the side file says how a document came in, whatever it looks like', () => {
  expect(channelOf('image/tiff', fax, { channel: 'letter' })).toBe('letter');
});

test('without a side file a mail is an email, a TIFF of 204 dpi a fax, the rest letters', () => {
  expect(channelOf('message/rfc822', undefined, undefined)).toBe('email');
  expect(channelOf('image/tiff', fax, {})).toBe('fax');
  expect(channelOf('image/tiff', scan, undefined)).toBe('letter');
  expect(channelOf('application/pdf', fax, undefined)).toBe('letter');
});
