import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MisconfigurationError, messageOf, priorities } from '@mailroom/core';
import { type Database, type Workload, workload } from '@mailroom/database';
import type { Measure } from '@mailroom/pipeline';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus is told of this process, and of what waits in the database. */
export interface Metrics {
  /** For Context: called for every stage that a document passes here. */
  readonly measure: Measure;
  /** @throws MisconfigurationError when the port is taken */
  serve(port: number): Promise<{ readonly port: number; close(): Promise<void> }>;
}

export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'mailroom_' });
  watchWorkload(database, registry);
  const registers = [registry];
  const seconds = new Histogram({
    ...{ name: 'mailroom_stage_seconds', help: 'Time that a stage took', labelNames: ['stage'], registers },
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  });
  const outcomes = new Counter({
    ...{ name: 'mailroom_stage_outcomes_total', help: 'Attempts at a stage by their outcome' },
    ...{ labelNames: ['stage', 'outcome'], registers },
  });
  return {
    measure(stage, outcome, ms) {
      seconds.observe({ stage }, ms / 1000);
      outcomes.inc({ stage, outcome });
    },
    serve: (port) => serve(registry, port),
  };
}

/** Asked at every scrape, so that a process that does nothing says what waits just as well. */
function watchWorkload(database: Database, registry: Registry): void {
  const gauge = (name: string, help: string, of: (row: Workload) => number) =>
    new Gauge({
      ...{ name, help, labelNames: ['state', 'kind'], registers: [registry] },
      async collect() {
        this.reset();
        for (const row of await workload(database, priorities.live))
          this.set({ state: row.state, kind: row.backfill ? 'backfill' : 'live' }, of(row));
      },
    });
  gauge('mailroom_waiting', 'Documents that wait in a state', (row) => row.waiting);
  gauge('mailroom_oldest_seconds', 'Age of the oldest of them', (row) => row.oldestSeconds);
}

async function serve(registry: Registry, port: number) {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => response.writeHead(503).end(`${messageOf(error)}\n`),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  }).catch((cause: unknown) => {
    throw new MisconfigurationError(
      'metrics-address',
      `Cannot serve metrics on port ${port}: ${messageOf(cause)}. Set MAILROOM_METRICS_PORT.`,
      { cause },
    );
  });
  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
