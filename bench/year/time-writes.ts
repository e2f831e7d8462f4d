import type { Database } from '@mailroom/database';
import { seededRandom } from '@mailroom/fixtures/customers';

const count = 300;

/** Search rows a second, as the pipeline writes them at the end of a letter's last transaction; the rows are written anew. */
export async function timeWrites(database: Database, letters: number): Promise<number> {
  const random = seededRandom('writes');
  const ids = [...new Set(Array.from({ length: count }, () => random.whole(1, letters)))];
  await database.query('delete from document_search where document_id = any($1)', [ids]);
  const startedAt = performance.now();
  for (const id of ids) await database.query('select keep_searchable($1)', [id]);
  return ids.length / ((performance.now() - startedAt) / 1000);
}
