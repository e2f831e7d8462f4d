const gigabyte = 1024 ** 3;

/**
 * What the server may use of a machine with so much memory (bytes), as settings of PostgreSQL. Most is left to the
 * other processes and to the file cache, which serves the index of a year nearly as well (docs/decisions/search.md).
 */
export function memorySettings(totalBytes: number): readonly (readonly [key: string, value: string])[] {
  const share = (part: number, most: number) =>
    `${Math.floor(Math.min(totalBytes * part, most) / 1024 ** 2)}MB`;
  return [
    ['shared_buffers', share(1 / 8, 2 * gigabyte)],
    ['effective_cache_size', share(1 / 2, 64 * gigabyte)],
    ['maintenance_work_mem', share(1 / 32, gigabyte)],
    ['work_mem', '16MB'],
    // A page from a solid-state disk or the file cache costs little more out of turn.
    ['random_page_cost', '1.1'],
    // Compiling a search would take longer than the search.
    ['jit', 'off'],
  ];
}
