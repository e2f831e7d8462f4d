/** Which kind of archive: office formats name themselves in the first entries of the zip. */
export function sniffZip(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 4096);
  const openDocument = /mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(start);
  if (openDocument?.[1]) return openDocument[1];
  const names = start + bytes.toString('latin1', Math.max(0, bytes.length - 16_384));
  if (names.includes('word/document')) return `${office}.wordprocessingml.document`;
  if (names.includes('xl/workbook')) return `${office}.spreadsheetml.sheet`;
  if (names.includes('ppt/presentation')) return `${office}.presentationml.presentation`;
  return 'application/zip';
}

const office = 'application/vnd.openxmlformats-officedocument';
