import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** A proxy in front of a real S3 server that does not know conditions, as OpenStack Swift's s3api. */
export interface PoorDialect extends AsyncDisposable {
  readonly endpoint: string;
  /** How often it refused a condition. */
  refusals(): number;
}

export async function poorDialect(target: string): Promise<PoorDialect> {
  let refusals = 0;
  const server = createServer((asked, answer) => {
    if (asked.headers['if-none-match'] !== undefined) {
      refusals += 1;
      asked.resume();
      answer.writeHead(501, { 'content-type': 'application/xml' });
      answer.end('<Error><Code>NotImplemented</Code><Message>no conditions here</Message></Error>');
      return;
    }
    const { method, headers, url } = asked;
    // The host stays as the client signed it.
    const forwarded = request(new URL(url ?? '/', target), { method, headers }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers);
      said.pipe(answer);
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    refusals: () => refusals,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
