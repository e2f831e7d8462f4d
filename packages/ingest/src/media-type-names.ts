/** What an operator calls a media type, with its article in the nominative; undefined when it has no name. */
export function nameOfMediaType(mediaType: string): string | undefined {
  return names[mediaType] ?? families.find(([start]) => mediaType.startsWith(start))?.[1];
}

const names: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'ein Word-Dokument',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'eine Excel-Tabelle',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'eine PowerPoint-Präsentation',
  'application/vnd.oasis.opendocument.text': 'ein Textdokument (OpenDocument)',
  'application/vnd.oasis.opendocument.spreadsheet': 'eine Tabelle (OpenDocument)',
  'application/x-ole-storage': 'ein altes Office-Dokument (Word, Excel oder Outlook)',
  'application/rtf': 'ein Textdokument (RTF)',
  'application/ms-tnef': 'ein Outlook-Anhang (winmail.dat)',
  'application/postscript': 'eine PostScript-Druckdatei',
  'application/x-dosexec': 'ein Windows-Programm',
  'application/x-executable': 'ein Programm',
  'application/zip': 'ein Zip-Archiv',
  'application/gzip': 'ein gzip-Archiv',
  'application/x-7z-compressed': 'ein 7z-Archiv',
  'application/vnd.rar': 'ein RAR-Archiv',
  'application/x-bzip2': 'ein bzip2-Archiv',
  'application/pdf': 'ein PDF',
  'message/rfc822': 'eine E-Mail',
  'text/html': 'eine Webseite (HTML)',
  'text/xml': 'eine XML-Datei',
  'image/svg+xml': 'eine SVG-Zeichnung',
  'text/plain': 'ein Text',
  'image/heic': 'ein HEIC-Foto',
  'image/jp2': 'ein JPEG-2000-Bild',
  'image/jxl': 'ein JPEG-XL-Bild',
  'image/x-jbig2': 'ein JBIG2-Bild',
};

const families: readonly (readonly [string, string])[] = [
  ['application/vnd.oasis.opendocument.', 'ein OpenDocument-Dokument'],
  ['image/', 'ein Bild'],
  ['audio/', 'eine Tonaufnahme'],
  ['video/', 'ein Video'],
];
