import type { Customer } from '@mailroom/core';
import { blur } from './blur.ts';
import { foldAddress, type Reading } from './reading.ts';
import { hasWords } from './squeezed-text.ts';

/** What of a customer's address stands in a letter. */
export interface AddressAgreement {
  /** `house`: street with house number; `street`: the street's name only. */
  readonly street: 'house' | 'street' | 'none';
  readonly postalCode: boolean;
  readonly city: boolean;
}

export function agreeOnAddress(customer: Customer, reading: Reading): AddressAgreement {
  return {
    street: agreeOnStreet(foldAddress(customer.street), reading),
    postalCode: customer.postalCode !== '' && hasWords(reading.plain, customer.postalCode),
    city: cityNames(customer.city).some((city) => stands(city, reading)),
  };
}

function agreeOnStreet(street: string, reading: Reading): AddressAgreement['street'] {
  const name = street.replace(/ ?\d+ ?[a-z]?(?: \d+ ?[a-z]?)*$/, '');
  if (name.length < 3) return 'none';
  if (name !== street && stands(street, reading)) return 'house';
  return name.length >= 5 && stands(name, reading) ? 'street' : 'none';
}

const stands = (words: string, { plain, blurred }: Reading): boolean =>
  hasWords(plain, words) || (words.length >= 6 && hasWords(blurred, blur(words)));

/** "Frankfurt am Main" also when only "Frankfurt" is written, "Halle (Saale)" also "Halle". */
function cityNames(city: string): readonly string[] {
  const folded = foldAddress(city);
  const short = folded.split(' ')[0] ?? '';
  return [folded, ...(short.length >= 4 && short !== folded ? [short] : [])].filter((name) => name !== '');
}
