import { describe, expect, test } from 'vitest';
import { CustomersFileError, readCustomers } from './read-customers.ts';

const header =
  'customerNumber,firstName,lastName,company,street,postalCode,city,email,phones,contracts,ibans,formerNumbers';
const row =
  '4711 0815,Jens,Holm,,Deichweg 3,26721,Emden,Jens.Holm@Example.org,0491 5550 117;+4915155501122,AB 1;AB 2,de02 1203 0000 0000 2020 51,';

describe('readCustomers', () => {
  test('numbers lose their spaces, phones become E.164, IBAN and e-mail get one case', () => {
    expect(readCustomers(`${header}\n${row}\n`)).toEqual([
      {
        customerNumber: '47110815',
        firstName: 'Jens',
        lastName: 'Holm',
        company: '',
        street: 'Deichweg 3',
        postalCode: '26721',
        city: 'Emden',
        email: 'jens.holm@example.org',
        phones: ['+494915550117', '+4915155501122'],
        contracts: ['AB1', 'AB2'],
        ibans: ['DE02120300000000202051'],
        formerNumbers: [],
      },
    ]);
  });

  test('a byte order mark, CRLF, quoted commas and columns in another order are fine', () => {
    const csv = Buffer.from(
      '\uFEFFcity,customerNumber,firstName,lastName,company,street,postalCode,email,phones,contracts,ibans,formerNumbers\r\n' +
        'Emden,1,,,"Holm, Holm & Co.",,26721,,,,,"9 ; 8"\r\n',
    );
    expect(readCustomers(csv)).toMatchObject([
      { customerNumber: '1', company: 'Holm, Holm & Co.', city: 'Emden', formerNumbers: ['9', '8'] },
    ]);
  });

  test('every faulty line is named with its column', () => {
    const bad = [
      ',Jens,Holm,,,,,,,,,',
      '2,Jens,Holm,,,,,,12,,,',
      '3,,,,,,,,,,,',
      '3,Jens,Holm,,,,,,,,,',
      '4,Jens',
    ];
    expect(() => readCustomers([header, ...bad].join('\n'))).toThrow(CustomersFileError);
    expect(() => readCustomers([header, ...bad].join('\n'))).toThrow(
      [
        'has 6 problem(s); nothing was loaded:',
        'line 2, column customerNumber: it is empty',
        'line 3, column phones: "12" is not a phone number',
        'line 4, column lastName: neither a name nor a company',
        'line 6, 2 values instead of 12: is a comma not quoted?',
        'line 6, column lastName: neither a name nor a company',
        'line 5, column customerNumber: 3 already stands in line 4',
      ].join('\n  '),
    );
  });

  test('a missing column, an empty file and a broken quote are told apart', () => {
    expect(() => readCustomers('customerNumber,lastName\n1,Holm')).toThrow(
      'lacks the column firstName, company',
    );
    expect(() => readCustomers('')).toThrow('is empty');
    expect(() => readCustomers(`${header}\n"1,Jens`)).toThrow('not readable as CSV');
  });
});
