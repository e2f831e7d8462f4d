import { dirname, join } from 'node:path';
import { ensurePrograms, type Program } from '../debian.ts';

/** Where programs that the machine does not have are unpacked. */
export const debianFolder = join(dirname(dirname(import.meta.dirname)), 'node_modules', '.debian');

export const servicePrograms: readonly Program[] = [
  { command: 'redis-server', packages: ['redis-server'] },
  { command: 'radosgw', packages: ['radosgw'] },
  { command: 'ceph-mon', packages: ['ceph-mon'] },
  { command: 'ceph-osd', packages: ['ceph-osd'] },
  { command: 'monmaptool', packages: ['ceph-base'] },
  { command: 'doveconf', packages: ['dovecot-imapd'] },
];

/** The environment in which the services are found. @throws Error that says how to get them */
export function serviceEnvironment(): Promise<NodeJS.ProcessEnv> {
  return ensurePrograms(servicePrograms, debianFolder);
}
