import { DateTime } from 'luxon';

/** Easter Sunday of a year, by the Gregorian computus of Oudin as the U.S. Naval Observatory prints it. */
export function easter(year: number): DateTime {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const k = Math.floor((century - 17) / 25);
  let moon = (century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15) % 30;
  moon -= Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return DateTime.utc(year, month, offset + 28 - 31 * Math.floor(month / 4));
}
