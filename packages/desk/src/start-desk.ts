import { MisconfigurationError, messageOf } from '@mailroom/core';
import { countUsers, type Database, invite } from '@mailroom/database';
import { hashToken, newToken } from './access/token.ts';
import { createServer } from './create-server.ts';
import type { Desk, DeskOptions } from './options.ts';
import { buildPage } from './page/build-page.ts';
import { invitationPath } from './routes/users.ts';

/**
 * Serves the API and the page until closed.
 * @throws MisconfigurationError when the address is taken or the page cannot be built
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const app = await createServer(options, await buildPage());
  const url = await app.listen({ host: options.host, port: options.port }).catch((cause: unknown) => {
    throw new MisconfigurationError(
      'desk-address',
      `The desk cannot listen on ${options.host}:${options.port}: ${messageOf(cause)}. Set MAILROOM_HOST or MAILROOM_PORT.`,
      { cause },
    );
  });
  return { url, setupUrl: await setupUrl(options.database, url), close: () => app.close() };
}

/** There is no default password: whoever started the desk gets a link that creates the administrator, once. */
async function setupUrl(database: Database, url: string): Promise<string | undefined> {
  if ((await countUsers(database)) > 0) return undefined;
  const token = newToken();
  await invite(database, { tokenHash: hashToken(token), userId: null, hours: 24 });
  return `${url}${invitationPath(token)}`;
}
