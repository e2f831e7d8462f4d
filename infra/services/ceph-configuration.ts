import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export interface CephOptions {
  readonly folder: string;
  readonly clusterId: string;
  readonly monitorPort: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** One monitor, one storage daemon in memory, no authentication between them: all on the loopback interface. */
export function cephConfiguration({ folder, clusterId, monitorPort, environment }: CephOptions): string {
  const libraries = findLibraries(environment);
  const settings: Record<string, string> = {
    fsid: clusterId,
    'mon host': `v1:127.0.0.1:${monitorPort}`,
    'public addr': '127.0.0.1',
    'cluster addr': '127.0.0.1',
    ...{ 'auth cluster required': 'none', 'auth service required': 'none', 'auth client required': 'none' },
    ...{ 'osd pool default size': '1', 'osd pool default min size': '1', 'mon allow pool size one': 'true' },
    ...{ 'osd pool default pg num': '1', 'osd pool default pgp num': '1' },
    ...{ 'osd pool default pg autoscale mode': 'off', 'mon max pg per osd': '2000' },
    'osd crush chooseleaf type': '0',
    'osd objectstore': 'memstore',
    'memstore device bytes': String(4 * 2 ** 30),
    'mon data': join(folder, 'monitor'),
    'osd data': join(folder, 'storage'),
    'rgw data': join(folder, 'gateway'),
    'run dir': join(folder, 'run'),
    'log file': join(folder, 'log', '$name.log'),
    'admin socket': '',
    'pid file': '',
    'crash dir': folder,
    'rgw enable usage log': 'false',
    'rgw dns name': 'localhost',
    ...(libraries === undefined ? {} : pluginFolders(libraries)),
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}`);
  return `[global]\n${lines.join('\n')}\n`;
}

/** Where Debian's packages were unpacked, when they are not installed: Ceph looks for its plug-ins under /usr. */
function findLibraries(environment: NodeJS.ProcessEnv): string | undefined {
  const program = (environment['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'ceph-osd'))
    .find(existsSync);
  if (program === undefined || program === '/usr/bin/ceph-osd') return undefined;
  const usr = dirname(dirname(program));
  const folders = (environment['LD_LIBRARY_PATH'] ?? '').split(delimiter);
  return folders.find((folder) => folder.startsWith(usr) && existsSync(join(folder, 'rados-classes')));
}

function pluginFolders(libraries: string): Record<string, string> {
  return {
    'plugin dir': join(libraries, 'ceph'),
    'erasure code dir': join(libraries, 'ceph', 'erasure-code'),
    'osd class dir': join(libraries, 'rados-classes'),
  };
}
