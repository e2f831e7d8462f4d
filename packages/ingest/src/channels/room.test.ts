import { expect, test } from 'vitest';
import { testIntake } from '../testing/test-intake.ts';
import { type Intake, openIntake } from './intake.ts';
import { openRoom } from './room.ts';

test('a full queue refuses what comes in, and takes it when there is room again', async () => {
  await using scene = await testIntake();
  const { database, blobs } = scene;
  const intake = openIntake(database, blobs, async () => undefined, openRoom(database, 1));
  const batchId = await intake.openBatch({ name: 'tray', source: 'folder', receivedAt: new Date() });
  const take = (text: string) =>
    intake.take({
      ...{ batchId, path: text, fileName: `${text}.txt`, bytes: Buffer.from(text), modifiedMs: 0 },
      ...{ mediaType: 'text/plain', channel: 'letter', receivedAt: new Date(), priority: 10 },
    });
  await take('eins');
  // It is asked at most once a second.
  await expect.poll(() => stateOf(intake), { timeout: 10_000 }).toBe('intake-full');
  await expect(take('zwei')).rejects.toMatchObject({ code: 'intake-full' });
  await database.query("update documents set state = 'routed'");
  await expect.poll(() => stateOf(intake), { timeout: 10_000 }).toBe('room');
  await take('zwei');
});

function stateOf(intake: Intake): Promise<unknown> {
  return intake.requireRoom().then(
    () => 'room',
    (error) => error.code,
  );
}
