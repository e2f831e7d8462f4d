import { execFile, execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cephConfiguration } from './ceph-configuration.ts';
import { freePort } from './free-port.ts';
import { type RunningProgram, startProgram } from './start-program.ts';
import { waitUntil } from './wait-until.ts';

const execute = promisify(execFile);

/** A real S3 service on the loopback interface: Ceph's radosgw, its store in memory. */
export interface S3Server {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly version: string;
  /** Takes the service away for `awayMs`; what it stores stays. */
  interrupt(awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

export async function startS3(environment: NodeJS.ProcessEnv): Promise<S3Server> {
  const cluster = { folder: await mkdtemp(join(tmpdir(), 'mailroom-s3-')), environment };
  const keys = { accessKeyId: 'mailroom', secretAccessKey: randomBytes(16).toString('hex') };
  await makeCluster(cluster);
  const monitor = await startMonitor(cluster);
  const storage = await startStorage(cluster);
  await createUser(cluster, keys);
  const port = await freePort();
  let gateway = await startGateway(cluster, port);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    ...keys,
    version: versionOf(environment),
    async interrupt(awayMs) {
      await gateway.stop('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      gateway = await startGateway(cluster, port);
    },
    async stop() {
      // Nothing in memory is worth an orderly end.
      for (const program of [gateway, storage, monitor]) await program.stop('SIGKILL');
      await rm(cluster.folder, { recursive: true, force: true });
    },
  };
}

async function makeCluster({ folder, environment }: Cluster): Promise<void> {
  for (const name of ['monitor', 'storage', 'run', 'log']) await mkdir(join(folder, name));
  const clusterId = randomUUID();
  const monitorPort = await freePort();
  await writeFile(
    join(folder, 'ceph.conf'),
    cephConfiguration({ folder, clusterId, monitorPort, environment }),
  );
  const map = join(folder, 'monmap');
  const monitor = ['--addv', 'a', `[v1:127.0.0.1:${monitorPort}]`];
  await execute('monmaptool', ['--create', ...monitor, '--fsid', clusterId, map], { env: environment });
  await ceph('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map], { folder, environment });
}

async function startMonitor(cluster: Cluster): Promise<RunningProgram> {
  const monitor = daemon('ceph-mon', ['-i', 'a'], cluster);
  await waitUntil('the Ceph monitor leads', () => hasLogged(cluster, 'mon.a', 'is new leader', monitor));
  return monitor;
}

/** A young monitor now and then refuses the storage daemon, which then ends: it is started again. */
async function startStorage(cluster: Cluster): Promise<RunningProgram> {
  await ceph('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', randomUUID()], cluster);
  const start = () => daemon('ceph-osd', ['-i', '0'], cluster);
  let storage = start();
  let starts = 1;
  await waitUntil('the Ceph storage daemon is active', () => {
    if (storage.failure() && starts < 4) {
      storage = start();
      starts += 1;
    }
    return hasLogged(cluster, 'osd.0', 'booting -> active', storage);
  });
  return storage;
}

async function hasLogged(
  { folder }: Cluster,
  name: string,
  words: string,
  program: RunningProgram,
): Promise<boolean> {
  const failure = program.failure();
  if (failure) throw new Error(failure);
  const log = await readFile(join(folder, 'log', `${name}.log`), 'utf8').catch(() => ''); // not there yet
  return log.includes(words);
}

async function createUser(
  cluster: Cluster,
  keys: { accessKeyId: string; secretAccessKey: string },
): Promise<void> {
  const user = ['--uid=mailroom', '--display-name=mailroom'];
  const secrets = [`--access-key=${keys.accessKeyId}`, `--secret-key=${keys.secretAccessKey}`];
  await ceph('radosgw-admin', ['-n', 'client.rgw', 'user', 'create', ...user, ...secrets], cluster);
}

async function startGateway(cluster: Cluster, port: number): Promise<RunningProgram> {
  const frontend = `--rgw-frontends=beast endpoint=127.0.0.1:${port}`;
  const gateway = daemon('radosgw', ['-n', 'client.rgw', frontend], cluster);
  await waitUntil('the S3 gateway answers', async () => {
    const failure = gateway.failure();
    if (failure) throw new Error(failure);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    return answer?.ok ?? false;
  });
  return gateway;
}

function daemon(command: string, args: readonly string[], { folder, environment }: Cluster): RunningProgram {
  const logFile = join(folder, 'log', `${command}.out`);
  return startProgram(command, ['-c', join(folder, 'ceph.conf'), '-f', ...args], { environment, logFile });
}

async function ceph(
  command: string,
  args: readonly string[],
  { folder, environment }: Cluster,
): Promise<void> {
  const options = { env: environment, timeout: 60_000 };
  await execute(command, ['-c', join(folder, 'ceph.conf'), ...args], options);
}

function versionOf(environment: NodeJS.ProcessEnv): string {
  const said = execFileSync('radosgw', ['--version'], { env: environment, encoding: 'utf8' });
  return /version (\S+)/.exec(said)?.[1] ?? said;
}
