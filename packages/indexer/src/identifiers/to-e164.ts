import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A phone number as people write it in Germany ("0171 / 555 04 68", "+49 (0)30 12345") in E.164, or null.
 * Only the length is checked: new mobile ranges and old landlines are in no table.
 */
export function toE164(written: string): string | null {
  const cleaned = written.replace(/^\s*00/, '+').replace(/\(0\)/, '');
  const number = parsePhoneNumberFromString(cleaned, 'DE');
  return number?.isPossible() ? number.number : null;
}
