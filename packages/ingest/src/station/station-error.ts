/** An answer other than success, for the person at the scanner. */
export class StationError extends Error {
  readonly statusCode: number;
  readonly code: string;
  /** What else helps to go on, such as the tray as it stands. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(statusCode: number, code: string, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.more = more;
  }
}

export const stationError = {
  unknownKey: () =>
    new StationError(
      401,
      'unknown-key',
      'Der Schlüssel der Scanstation gilt nicht. Bitte die Technik um einen neuen bitten.',
    ),
  noTray: (name: string) =>
    new StationError(404, 'no-tray', `Die Mappe „${name}“ gibt es nicht. Bitte zuerst anlegen.`),
  noRescan: () =>
    new StationError(404, 'no-rescan', 'Für diese Station gibt es diesen Auftrag zum Nachscannen nicht.'),
  tooLarge: (maxBytes: number) =>
    new StationError(
      413,
      'too-large',
      `Die Datei ist zu groß, erlaubt sind ${Math.round(maxBytes / 1e6)} MB. Bitte mit weniger Auflösung oder in Teilen scannen.`,
    ),
  empty: () =>
    new StationError(
      400,
      'empty',
      'Die Datei ist leer angekommen. Bitte noch einmal senden oder neu scannen.',
    ),
  digest: () =>
    new StationError(
      400,
      'digest',
      'Die Datei ist unterwegs verändert worden (Prüfsumme). Bitte noch einmal senden.',
    ),
};
