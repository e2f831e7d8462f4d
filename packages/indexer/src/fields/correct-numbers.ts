import { type Customer, type Field, type Fields, foldNumber } from '@mailroom/core';
import { differsByOne } from '../account/differs-by-one.ts';

/**
 * Contract and phone numbers that recognition read one sign wrong, as the account has them; `words` stay as they were
 * read. For letters that were recognised and whose account is beyond doubt.
 */
export function correctNumbers(fields: Fields, { contracts, phones }: Customer): Fields {
  const { contractNumber, phone } = fields;
  return {
    ...fields,
    ...(contractNumber && { contractNumber: correct(contractNumber, contracts) }),
    ...(phone && { phone: correct(phone, phones) }),
  };
}

function correct(field: Field, known: readonly string[]): Field {
  const read = foldNumber(field.value);
  const near = known.filter((number) => isNear(foldNumber(number), read));
  const [value = field.value] = near;
  return near.length === 1 && known.every((number) => foldNumber(number) !== read)
    ? { ...field, value }
    : field;
}

const isNear = (one: string, other: string): boolean => differsByOne(one, other) || isSwapped(one, other);

/** Two neighbours in each other's place. */
function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}
