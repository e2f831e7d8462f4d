import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A program or Java library that a test or bench needs, and the Debian packages that bring it. */
export interface Program {
  /** Looked for on the PATH, and `X.jar` among the Java libraries: see JAVA_LIBRARIES in the environment. */
  readonly command: string;
  readonly packages: readonly string[];
}

const execute = promisify(execFile);

/**
 * Makes programs available and returns the environment in which they are found. What is not installed is
 * downloaded from Debian and unpacked into `folder`: no root is needed, and the machine stays as it is.
 * @throws Error that says how to get them, where there is no apt-get or no network
 */
export async function ensurePrograms(
  programs: readonly Program[],
  folder: string,
): Promise<NodeJS.ProcessEnv> {
  const environment = environmentOf(folder);
  const missing = programs.filter(({ command }) => !isFound(command, environment));
  if (missing.length === 0) return environment;
  const packages = [...new Set(missing.flatMap((program) => program.packages))];
  process.stderr.write(`Fetching ${packages.join(', ')} from Debian ...\n`);
  try {
    await download(packages, folder);
  } catch (error) {
    throw new Error(
      `The tests need ${missing.map(({ command }) => command).join(', ')}, and fetching from Debian failed. ` +
        `Install them (Debian: apt-get install ${packages.join(' ')}) and try again.`,
      { cause: error },
    );
  }
  const still = missing.filter(({ command }) => !isFound(command, environmentOf(folder)));
  if (still.length > 0)
    throw new Error(`Still missing after the download: ${still.map((one) => one.command).join(', ')}`);
  return environmentOf(folder);
}

function environmentOf(folder: string): NodeJS.ProcessEnv {
  const usr = join(folder, 'root', 'usr');
  const libraries = [
    join(usr, 'lib', debianTriplet()),
    join(usr, 'lib', debianTriplet(), 'ceph'),
    join(usr, 'lib', 'dovecot'),
    join(folder, 'root', 'lib', debianTriplet()),
    join(usr, 'lib'),
    process.env['LD_LIBRARY_PATH'],
  ];
  const data = join(usr, 'share', 'tesseract-ocr', '5', 'tessdata');
  return {
    ...process.env,
    // Chromium's start script in usr/bin knows only the place where it would be installed; the program needs none.
    PATH: [
      process.env['PATH'],
      join(usr, 'lib', 'chromium'),
      join(usr, 'bin'),
      join(usr, 'sbin'),
      ...javaFolders(usr),
    ]
      .filter(Boolean)
      .join(delimiter),
    JAVA_LIBRARIES: ['/usr/share/java', join(usr, 'share', 'java')].join(delimiter),
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
    ...(existsSync(data) ? { TESSDATA_PREFIX: data, OCR_MODEL_DIR: data } : {}),
  };
}

/** A program that is unpacked without being installed has no link in /usr/bin. */
function javaFolders(usr: string): string[] {
  const machines = join(usr, 'lib', 'jvm');
  return existsSync(machines) ? readdirSync(machines).map((name) => join(machines, name, 'bin')) : [];
}

function debianTriplet(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}

function isFound(command: string, environment: NodeJS.ProcessEnv): boolean {
  const folders = environment[command.endsWith('.jar') ? 'JAVA_LIBRARIES' : 'PATH'] ?? '';
  return folders.split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** apt with lists and archives of its own; what the machine has installed already is not downloaded again. */
async function download(packages: readonly string[], folder: string): Promise<void> {
  const apt = join(folder, 'apt');
  for (const name of ['lists/partial', 'archives/partial']) await mkdir(join(apt, name), { recursive: true });
  const options = [
    `Dir::State::Lists=${join(apt, 'lists')}`,
    `Dir::Cache=${apt}`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
  ].flatMap((option) => ['-o', option]);
  await execute('apt-get', [...options, '-qq', 'update'], { timeout: 120_000 });
  const install = ['-qq', 'install', '-y', '--no-install-recommends', '--download-only', ...packages];
  await execute('apt-get', [...options, ...install], { timeout: 300_000 });
  for (const archive of await readdir(join(apt, 'archives'))) {
    if (archive.endsWith('.deb'))
      execFileSync('dpkg', ['-x', join(apt, 'archives', archive), join(folder, 'root')]);
  }
  await relink(join(folder, 'root'));
}

/** Packages link to absolute paths (Java to its settings in /etc), which lie below `root` here. */
async function relink(root: string): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const link = join(entry.parentPath, entry.name);
    const target = await readlink(link);
    if (!target.startsWith('/') || target.startsWith(root) || !existsSync(join(root, target))) continue;
    await rm(link);
    await symlink(join(root, target), link);
  }
}
