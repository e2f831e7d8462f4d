// The one door for npm scripts: runs on any Node >= 20, installs what is missing, then hands over to the
// Node that came along as a dependency. Plain JavaScript with old syntax, so that an older Node can at
// least say what is wrong.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = 'pnpm@12.21.0';
const programs = {
  mailroom: 'packages/cli/src/main.ts',
  check: 'infra/check.ts',
  chaos: 'infra/chaos/main.ts',
  generate: 'fixtures/generate.ts',
  'render-corpus': 'fixtures/render-corpus.ts',
  bench: 'bench/main.ts',
};

const [name, ...rest] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) fail(`Mailroom needs Node 20 or newer to start; this is Node ${process.versions.node}.`);
install();
if (name === 'setup') process.exit(0);
if (!programs[name]) fail(`Unknown program "${name}". Known: setup, ${Object.keys(programs).join(', ')}.`);
run(findNode(), [join(root, programs[name]), ...rest]);

/** Installs once per lock file; what pnpm says goes to stderr, so that `npm run -s mailroom` prints only its own. */
function install() {
  const stampFile = join(root, 'node_modules', '.mailroom-installed');
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'));
  const stamp = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  process.stderr.write('Installing dependencies (once; about a minute) ...\n');
  const result = spawnSync(
    'npx',
    ['-y', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, CI: 'true' },
      shell: process.platform === 'win32',
    },
  );
  if (result.status !== 0)
    fail(
      'Installing the dependencies failed (see above). Check the network and the npm registry, then try again.',
    );
  writeFileSync(stampFile, stamp);
}

/** Node 24 runs TypeScript directly; it comes along as a package, so the machine's own Node may be older. */
function findNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (major >= 24) return process.execPath;
  return fail(
    `Mailroom runs on Node 24, which has no package for ${process.platform}-${process.arch}. Install Node 24 and try again.`,
  );
}

function run(node, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to the whole group; a service manager only to us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)));
  child.on('error', (error) => fail(`Cannot start ${node}: ${error.message}`));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
