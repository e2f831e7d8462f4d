import { type Customer, type CustomerLookup, type Field, type Fields, foldNumber } from '@mailroom/core';
import { isNear } from '../account/gather.ts';

/**
 * Contract and phone numbers that were read (or written) one sign wrong, as the account has them; `words` stay as they
 * are in the letter. For letters whose account is beyond doubt.
 */
export async function correctNumbers(
  { contractNumber, phone, ...fields }: Fields,
  text: string,
  { contracts, phones }: Customer,
  customers: CustomerLookup,
): Promise<Fields> {
  const signs = foldNumber(text);
  const isIn = (number: string): boolean => signs.includes(national(number));
  const absent = (numbers: readonly string[]) => numbers.filter((number) => !isIn(number));
  return {
    ...fields,
    ...(contractNumber && {
      contractNumber: (await isSomebodys(contractNumber, customers))
        ? contractNumber
        : corrected(contractNumber, absent(contracts)),
    }),
    // Anybody's phone may stand in a letter, and the last digit tells the phones of one house apart.
    ...(phone && {
      phone: corrected(
        phone,
        absent(phones).filter((one) => one.at(-1) === phone.value.at(-1)),
      ),
    }),
  };
}

/** A number that no customer has is misread: the company knows its own. (People call any number a contract's.) */
async function isSomebodys({ value }: Field, customers: CustomerLookup): Promise<boolean> {
  const kinds = ['contract', 'customerNumber', 'formerNumber'] as const;
  const found = await customers.byIdentifiers(kinds.map((kind) => ({ kind, value: foldNumber(value) })));
  return found.length > 0;
}

/** The one number that the field comes near, or the field as it is. */
function corrected(field: Field, known: readonly string[]): Field {
  const [value, ...more] = known.filter((number) => isNear(foldNumber(number), foldNumber(field.value)));
  return value === undefined || more.length > 0 ? field : { ...field, value };
}

/** Without the country, which hardly anybody writes. */
const national = (number: string): string => foldNumber(number.replace(/^\+49/, ''));
