/** An answer that is a problem: what the server says went wrong. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

let csrf = '';

/** The token of the session; sent with everything that changes something. */
export function setCsrf(token: string): void {
  csrf = token;
}

interface AskOptions {
  readonly signal?: AbortSignal;
  /** Nobody asked: the page keeps itself up to date, which does not keep the session alive. */
  readonly byItself?: boolean;
}

/** Asks the API. The answer's shape is checked by the server against the schema whose type the caller names. */
export async function ask<Answer>(
  path: string,
  { signal, byItself = false }: AskOptions = {},
): Promise<Answer> {
  const headers: Record<string, string> = byItself ? { 'x-mailroom-by-itself': '1' } : {};
  return answerOf<Answer>(await fetch(`/api${path}`, { headers, signal: signal ?? null }));
}

export async function tell<Answer = unknown>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: object = {},
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'x-mailroom-csrf': csrf };
  return answerOf<Answer>(await fetch(`/api${path}`, { method, headers, body: JSON.stringify(body) }));
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const json: unknown = await response.json().catch(() => ({})); // a proxy may answer with something else
  if (response.ok) return json as Answer; // see ask
  const { code = 'away', message = '' } = json as { code?: string; message?: string }; // Problem, if it is ours
  if (response.status === 401 && code === 'signed-out') dispatchEvent(new Event('mailroom-signed-out'));
  throw new Refusal(response.status, code, message);
}
