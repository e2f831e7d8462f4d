import { saveTwins } from '@mailroom/database';
import { expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { addDocument } from '../testing/add-document.ts';
import { clearLetter } from '../testing/letters.ts';
import { openScene } from '../testing/scene.ts';
import { visit } from '../testing/visitor.ts';

test('a letter that came twice shows how it also came, on both documents', async () => {
  await using scene = await openScene();
  const { options } = scene;
  const faxedAt = new Date('2026-03-02T09:00:00Z');
  const first = await addDocument(options, { ...clearLetter, channel: 'fax', receivedAt: faxedAt });
  const postedAt = new Date('2026-03-05T08:00:00Z');
  const facts = { ...clearLetter, subject: 'Noch einmal', channel: 'letter', receivedAt: postedAt } as const;
  const second = await addDocument(options, facts);
  const twin = { id: first, channel: 'fax', receivedAt: faxedAt, likeness: 'alike' } as const;
  await options.database.transaction((transaction) =>
    saveTwins(transaction, { id: second, channel: 'letter', receivedAt: postedAt }, [twin]),
  );
  const app = await createServer(options, new Map());
  const ada = await visit(app, options, { name: 'ada', role: 'case-worker', queues: ['kuendigung'] });

  const ofFirst = await ada.get(`/api/documents/${first}`);
  expect(ofFirst.body['twins']).toMatchObject([
    { documentId: second, channel: 'letter', receivedAt: postedAt.toISOString(), likeness: 'alike' },
  ]);
  const ofSecond = await ada.get(`/api/documents/${second}`);
  expect(ofSecond.body['twins']).toMatchObject([{ documentId: first, channel: 'fax', leads: false }]);
  expect(ofSecond.body['history']).toContainEqual(
    expect.objectContaining({ kind: 'perhaps-twice', details: expect.objectContaining({ document: first }) }),
  );
  await app.close();
});
