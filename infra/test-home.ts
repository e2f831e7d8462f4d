import { startPostgres } from './services/postgres.ts';

/** One embedded PostgreSQL for the whole test run; each test clones its own database from a template there. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env['MAILROOM_TEST_HOME'] = server.home;
  return () => server.stop();
}
