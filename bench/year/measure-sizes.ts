import type { Database } from '@mailroom/database';

/** A line for each part of the search on disk. */
export async function measureSizes(database: Database): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string; size: string }>(
    `select name, pg_size_pretty(size) as size from (values
       ('search rows', pg_table_size('document_search')),
       ('index over their lexemes', pg_relation_size('document_search_lexemes')),
       ('vocabulary with indexes', pg_total_relation_size('search_words')),
       ('texts', pg_total_relation_size('document_texts')),
       ('documents with indexes', pg_total_relation_size('documents')),
       ('all', pg_database_size(current_database()))) as parts (name, size)`,
  );
  const { rows: words } = await database.query<{ count: number }>(
    'select count(*) as count from search_words',
  );
  return [...rows.map(({ name, size }) => `${name}: ${size}`), `words in the vocabulary: ${words[0]?.count}`];
}
