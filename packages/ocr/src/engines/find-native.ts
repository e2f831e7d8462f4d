import { spawnSync } from 'node:child_process';

/** The installed tesseract's name and version ("tesseract 5.3.0"), or undefined when there is none. */
export function describeNative(): string | undefined {
  const { stdout, status } = spawnSync('tesseract', ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const version = /^tesseract v?(\d+\.\d+[\w.-]*)/m.exec(stdout ?? '')?.[1];
  return status === 0 && version !== undefined ? `tesseract ${version}` : undefined;
}
