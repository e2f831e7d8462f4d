import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { noServices } from '../infra/services/no-services.ts';

/* npm run -s bench -- NAME [ARGUMENTS]: runs bench/NAME.ts. */

const [name = '', ...rest] = process.argv.slice(2);
const program = join(import.meta.dirname, `${name}.ts`);
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => basename(file, '.ts'));
if (!known.includes(name) || !existsSync(program)) {
  process.stderr.write(`There is no bench "${name}". Known: ${known.join(', ')}.\n`);
  process.exit(1);
}
Object.assign(process.env, noServices);
process.argv.splice(2, process.argv.length, ...rest);
await import(program);
