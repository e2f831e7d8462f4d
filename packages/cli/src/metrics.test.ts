import { openBatch, register } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('Prometheus is told what waits, for how long, and what became of each stage', async () => {
  await using scope = await testDatabase();
  const { database } = scope;
  const batchId = await openBatch(database, { name: 'tray', source: 'folder', receivedAt: new Date() });
  await register(database, {
    ...{ batchId, path: 'a.tif', bytes: 3, modifiedMs: 0, sha256: 'a'.repeat(64), fileName: 'a.tif' },
    ...{ mediaType: 'image/tiff', channel: 'letter', receivedAt: new Date(), priority: 100 },
  });
  const metrics = createMetrics(database);
  metrics.measure('ocr', 'read', 1200);
  const server = await metrics.serve(0);
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  await server.close();
  expect(text).toContain('mailroom_waiting{state="received",kind="backfill"} 1');
  expect(text).toMatch(/mailroom_oldest_seconds\{state="received",kind="backfill"\} [\d.e-]+/);
  expect(text).toContain('mailroom_stage_outcomes_total{stage="ocr",outcome="read"} 1');
  expect(text).toContain('mailroom_stage_seconds_sum{stage="ocr"} 1.2');
});
