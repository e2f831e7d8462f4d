import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { testDatabase } from '@mailroom/database/testing';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { configurationSchema, readConfiguration } from '../packages/cli/src/configuration.ts';
import { openBucket } from '../packages/cli/src/open-blobs.ts';
import { program } from '../packages/cli/src/program.ts';

/* No container runs in a test: what the manifests say of the program is held against the program. */

const root = dirname(import.meta.dirname);
const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const documentsOf = (name: string): unknown[] =>
  parseAllDocuments(read(name), { merge: true }).map((document) => document.toJS());

const variables = z.record(z.string(), z.string());
const portSchema = z.object({ name: z.string(), containerPort: z.number() });
const volume = z.object({ name: z.string() });
const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        build: z.object({ dockerfile: z.string() }).optional(),
        command: z.array(z.string()).optional(),
        environment: variables.optional(),
        depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
      }),
    ),
  })
  .parse(documentsOf('compose.yaml')[0]);
const cluster = ['configuration', 'desk', 'workers', 'autoscaling'].flatMap((name) =>
  documentsOf(`kubernetes/${name}.yaml`).map((one) =>
    z.looseObject({ kind: z.string(), metadata: z.object({ name: z.string() }) }).parse(one),
  ),
);
const ofKind = <Parsed>(kind: string, schema: z.ZodType<Parsed>): Parsed[] =>
  cluster.filter((one) => one.kind === kind).map((one) => schema.parse(one));

const [settings] = ofKind('ConfigMap', z.object({ data: variables }));
const [secrets] = ofKind('Secret', z.object({ stringData: variables }));
const podSchema = z.object({
  metadata: z.object({ labels: variables, annotations: variables }),
  spec: z.object({
    containers: z.array(
      z.object({
        args: z.array(z.string()),
        env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
        ports: z.array(portSchema),
        volumeMounts: z.array(volume),
      }),
    ),
    volumes: z.array(volume),
  }),
});
const deployments = ofKind(
  'Deployment',
  z.object({ metadata: z.object({ name: z.string() }), spec: z.object({ template: podSchema }) }),
).map(({ metadata, spec: { template } }) => ({ name: metadata.name, ...template }));

const [, environmentOfImage = ''] = /^ENV (.+)$/m.exec(read('Dockerfile')) ?? [];
const image = Object.fromEntries(environmentOfImage.split(' ').map((one) => one.split('=')));
const ofNode = ['NODE_ENV', 'NODE_COMPILE_CACHE'];

/** Every mailroom process that the manifests start, with the settings that it sees. */
const processes = [
  ...Object.entries(compose.services)
    .filter(([, { build }]) => build?.dockerfile === 'infra/Dockerfile')
    .map(([name, { command = [], environment = {} }]) => ({ name, command, given: filledIn(environment) })),
  ...deployments.flatMap(({ name, spec }) =>
    spec.containers.map(({ args, env }) => {
      const own = Object.fromEntries(env.map((one) => [one.name, one.value]));
      return { name, command: args, given: { ...settings?.data, ...secrets?.stringData, ...own } };
    }),
  ),
].map((one) => ({ ...one, given: { ...image, ...one.given } }));

/** As compose does, with "secret" for what the operator must name. */
function filledIn(environment: Readonly<Record<string, string>>): Record<string, string> {
  const fill = (text: string) => text.replace(/\$\{\w+:(?:\?|-([^}]*))\}/g, (_, usual = 'secret') => usual);
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, fill(value)]));
}

test('every process is a command of the program, with settings that it knows and takes', () => {
  expect(processes.map(({ name }) => name)).toEqual(['desk', 'worker', 'mailroom-desk', 'mailroom-worker']);
  for (const { name, command, given } of processes) {
    const [verb, ...args] = command;
    const found = program().commands.find((one) => one.name() === verb);
    expect(found?.parseOptions(args), name).toEqual({ operands: [], unknown: [] });
    const known = [...Object.keys(configurationSchema.shape), ...ofNode];
    expect(known, name).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(openBucket(readConfiguration(given)), name).toBeDefined();
  }
});

test('ports, probes and the scraping of metrics meet the settings', () => {
  const port = readConfiguration(image).MAILROOM_PORT;
  expect(read('Dockerfile')).toContain(`EXPOSE ${port}\n`);
  const scraped = /names: \[([\w, ]+)\], type: A, port: (\d+)/.exec(read('prometheus.yaml'));
  const ours = processes.map(({ name }) => name).filter((name) => name in compose.services);
  expect(scraped?.[1]?.split(', ')).toEqual(ours);
  for (const { name, given } of processes) {
    const { MAILROOM_METRICS_PORT: metrics, MAILROOM_INTAKE_PORT: intake } = readConfiguration(given);
    expect(String(metrics), name).toBe(scraped?.[2]);
    const pod = deployments.find((one) => one.name === name);
    if (!pod) continue;
    const bound = { http: port, intake, metrics };
    for (const { name: purpose, containerPort } of pod.spec.containers.flatMap((one) => one.ports))
      expect(bound, name).toMatchObject({ [purpose]: containerPort });
    expect(pod.metadata.annotations['prometheus.io/port']).toBe(String(metrics));
  }
});

test('what one part of the cluster names, another one is', () => {
  const kustomization = z.object({ resources: z.array(z.string()) });
  const { resources } = kustomization.parse(documentsOf('kubernetes/kustomization.yaml')[0]);
  expect(resources.filter((one) => !existsSync(join(import.meta.dirname, 'kubernetes', one)))).toEqual([]);
  for (const { spec } of deployments)
    for (const { volumeMounts } of spec.containers)
      expect(spec.volumes).toMatchObject(volumeMounts.map(({ name }) => ({ name })));
  const ports = deployments
    .flatMap(({ spec }) => spec.containers.flatMap((one) => one.ports))
    .map(({ name }) => name);
  const service = z.object({
    spec: z.object({ selector: variables, ports: z.array(z.object({ targetPort: z.string() })) }),
  });
  for (const { spec } of ofKind('Service', service)) {
    expect(deployments.map(({ metadata }) => metadata.labels)).toContainEqual(spec.selector);
    expect(ports).toEqual(expect.arrayContaining(spec.ports.map((one) => one.targetPort)));
  }
  for (const { depends_on: needed = [] } of Object.values(compose.services))
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(Array.isArray(needed) ? needed : Object.keys(needed)),
    );
});

test('the autoscaler asks our tables what it may ask, and gets a number', async () => {
  const query = z.object({ metadata: z.object({ query: z.string() }) });
  const scaled = z.object({
    spec: z.object({ scaleTargetRef: z.object({ name: z.string() }), triggers: z.array(query) }),
  });
  await using scene = await testDatabase();
  for (const { spec } of ofKind('ScaledObject', scaled)) {
    expect(deployments.map(({ name }) => name)).toContain(spec.scaleTargetRef.name);
    for (const { metadata } of spec.triggers) {
      const { rows } = await scene.database.query(metadata.query);
      expect(rows.map((row) => Object.values(row))).toEqual([[0]]);
    }
  }
});

test('the image runs the program with the tools that a checkout has', () => {
  const file = read('Dockerfile');
  const run = read('run.mjs');
  expect(existsSync(join(root, /"(packages\/[^"]+)"\]/.exec(file)?.[1] ?? ''))).toBe(true);
  expect(run).toContain(/npx -y (pnpm@[\d.]+) /.exec(file)?.[1]);
  expect(process.versions.node.split('.')[0]).toBe(/^FROM node:(\d+)-/m.exec(file)?.[1]);
});
