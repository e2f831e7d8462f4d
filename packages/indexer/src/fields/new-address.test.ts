import { describe, expect, test } from 'vitest';
import { readFields as read } from '../testing/read-fields.ts';

describe('newAddress', () => {
  const letterhead = 'Jens Holm\nDeichweg 3\n26721 Emden\n\nSehr geehrte Damen und Herren,\n\n';

  test.each([
    ['ab Mai wohne ich in der Hohen Gasse 14, 26603 Aurich.', 'Hohen Gasse 14, 26603 Aurich'],
    ['Neue Adresse:\nAm Alten Wall 7b\n26603 Aurich', 'Am Alten Wall 7b, 26603 Aurich'],
    ['Wir ziehen um: Lange Straße 88, 34346 Hann. Münden.', 'Lange Straße 88, 34346 Hann. Münden'],
    [
      'Ab Mai wohne ich im Alten Weg 6, 51465 Bergisch Gladbach mit meiner Frau',
      'Alten Weg 6, 51465 Bergisch Gladbach',
    ],
    ['Wir ziehen um: Bahnhofstr. 5, Zimmer 12, 57392 Bad Berleburg', 'Bahnhofstraße 5, 57392 Bad Berleburg'],
    ['Die Post geht nach 26603 Aurich, Lange Reihe 9.', 'Lange Reihe 9, 26603 Aurich'],
    ['Neue Anschrift: Am Altenheim 5, 26603 Aurich', 'Am Altenheim 5, 26603 Aurich'],
    ['Post bitte an das Postfach 12 40, 26772 Leer', 'Postfach 12 40, 26772 Leer'],
    ['Wir wohnen nun Am Alten Wall 7, und zwar in 26603 Aurich.', 'Am Alten Wall 7, 26603 Aurich'],
    ['Wir wohnen nun Am Alten Wall 7, App. 14, in Aurich, PLZ 26603.', 'Am Alten Wall 7, 26603 Aurich'],
    ['Wir wohnen in Aurich, und zwar Am Wall 7. Die Postleitzahl ist 26603.', 'Am Wall 7, 26603 Aurich'],
    ['Wir ziehen nach 26603 Aurich in die Lange Str. 9.', 'Lange Straße 9, 26603 Aurich'],
    ['Wir ziehen in den Neubau Am Alten Wall 7, 26603 Aurich.', 'Am Alten Wall 7, 26603 Aurich'],
    ['Ich wohne seit Neujahr Deichhof 3, 26603 Aurich.', 'Deichhof 3, 26603 Aurich'],
    ['Neue Adresse:\nDeichweg 3\n2. OG links\n26603 Aurich', 'Deichweg 3, 26603 Aurich'],
    ['Wir wohnen nun in der Straße des 17. Juni 135, 10623 Berlin', 'Straße des 17. Juni 135, 10623 Berlin'],
    ['Neue Anschrift: Dorfstraße Nr. 12, D-26603 Aurich', 'Dorfstraße 12, 26603 Aurich'],
    ['Wir wohnen nun: Rue de la Gare 5, L-1234 Luxemburg', 'Rue de la Gare 5, 1234 Luxemburg'],
    ['Wir ziehen in das Gebäude Am Wall 7, Raum 412, 26603 Aurich.', 'Am Wall 7, 26603 Aurich'],
    [
      'Neue Hausnummer. Also Oldenburger Straße 203, Halle 4, 26603 Aurich',
      'Oldenburger Straße 203, 26603 Aurich',
    ],
    ['Das Winterquartier ist in 26603 Aurich, Hof Rademacher, Am Wall 7', 'Am Wall 7, 26603 Aurich'],
    [
      'Wir ziehen nach 26603 Bad Aurich, Limburger Straße 71 a, um.',
      'Limburger Straße 71a, 26603 Bad Aurich',
    ],
    ['Ab Mai: Kasseler Straße 91a. Der Ort bleibt Aurich, 26603.', 'Kasseler Straße 91a, 26603 Aurich'],
    [
      'Ich ziehe in die Alte Straße, Nummer 17b, und das ist in 26603 Aurich',
      'Alte Straße 17b, 26603 Aurich',
    ],
    ['Wir wohnen ab KW 48 in 26603 Aurich, Am Delft 12.', 'Am Delft 12, 26603 Aurich'],
    ['Sie zieht in die Seniorenanlage Am Wall 7, 26603 Aurich', 'Am Wall 7, 26603 Aurich'],
    ['Seit Mai wohne ich in Aurich, Marktstr. 18 (26603).', 'Marktstraße 18, 26603 Aurich'],
    ['ab 1.9. wohn ich im deichweg 3, 26603 aurich', 'Deichweg 3, 26603 Aurich'],
    ['neue adresse ist mainzer str. 14 in 26603 aurich', 'Mainzer Straße 14, 26603 Aurich'],
    [
      'Unsere Straße heißt jetzt: Am Campus 1 statt Kasernenweg 20, 26603 Aurich.',
      'Am Campus 1, 26603 Aurich',
    ],
    [
      'bisher Deichweg 3, 26721 Emden, jetzt Platz der Kinder 1, 16225 Eberswalde',
      'Platz der Kinder 1, 16225 Eberswalde',
    ],
    [
      'Bitte alle Post ab 20. Juni in die Voßgasse 6, 59423 Unna. Die Tür ist blau.',
      'Voßgasse 6, 59423 Unna',
    ],
  ])('%s', (body, address) => {
    expect(read(letterhead + body, ['address-change']).newAddress?.value).toBe(address);
  });

  test('the letterhead is none, unless the letter says that it is the new one', () => {
    expect(read(`${letterhead}ich bin umgezogen.`, ['address-change']).newAddress).toBeUndefined();
    const told = read(`${letterhead}Post bitte an meine neue Anschrift (siehe oben).`, ['address-change']);
    expect(told.newAddress?.value).toBe('Deichweg 3, 26721 Emden');
  });

  test.each([
    ['der Rat hat die Straße umbenannt, sie heißt nun Edith-Stein-Weg 6.', 'Edith-Stein-Weg 6, 26721 Emden'],
    [
      'aus dem Deichweg 3 ist der "Am Wall 7" geworden, Postleitzahl und Ort wie gehabt',
      'Am Wall 7, 26721 Emden',
    ],
    ['ich ziehe in die Lange Straße 9.', undefined],
  ])('whoever stays in town may leave it out: "%s"', (body, address) => {
    const head = 'Jens Holm\n26721 Emden\n\nSehr geehrte Damen und Herren,\n\n';
    expect(read(head + body, ['address-change']).newAddress?.value).toBe(address);
  });

  test('without a move no address is new', () => {
    expect(read('Er wohnt jetzt: Deichweg 3, 26721 Emden', ['complaint']).newAddress).toBeUndefined();
  });

  test('what is plainly called the new address is one, whatever else is asked', () => {
    const text = `${letterhead}die Rechnung stimmt nicht. Meine neue Anschrift lautet Lange Reihe 9, 26603 Aurich.`;
    expect(read(text, ['invoice-dispute']).newAddress?.value).toBe('Lange Reihe 9, 26603 Aurich');
  });

  test('a letter without a greeting may tell the new address in its first sentence', () => {
    const text = 'MITTEILUNG\n\nUnser Büro sitzt seit März am Deichweg 3, 26721 Emden.';
    expect(read(text, ['address-change']).newAddress?.value).toBe('Deichweg 3, 26721 Emden');
  });
});

describe('newAddress of whoever stays in town', () => {
  const heads =
    'Eva Müller\nDeichweg 5\n26721 Emden\n\nNordlicht Mobilfunk GmbH\nHafenstraße 12\n20457 Hamburg\n\nGuten Tag,\n\n';

  test("is the renamed street, not the recipient's", () => {
    const renamed = 'unsere Straße wurde umbenannt und heißt nun Am Wall 7, die Postleitzahl bleibt.';
    expect(read(heads + renamed, ['address-change']).newAddress?.value).toBe('Am Wall 7, 26721 Emden');
  });

  test('is nothing when none is said', () => {
    const later = 'ich ziehe um, die neue Adresse teile ich Ihnen innerhalb von zwei Wochen mit.';
    expect(read(heads + later, ['address-change']).newAddress).toBeUndefined();
  });

  test.each(['26721 Emden, Haus Sonne, Zimmer 12.', '26721 Emden, Vertrag bleibt, Kunde 4711'])(
    'no street stands in "nach %s"',
    (place) => {
      expect(read(`Ich ziehe nach ${place}`, ['address-change']).newAddress).toBeUndefined();
    },
  );
});
