/** What the mailroom refuses; `message` is German, for the person at the scanner. */
export class Refusal extends Error {
  constructor({ code, message, tray }, status) {
    super(message);
    this.code = code;
    this.tray = tray;
    this.status = status;
  }
}

const keyName = 'mailroom-station-key';
export const keptKey = () => sessionStorage.getItem(keyName);
export const keepKey = (key) => sessionStorage.setItem(keyName, key);
export const forgetKey = () => sessionStorage.removeItem(keyName);

/** Asks the intake API. Throws Refusal; a TypeError when it is away. */
export async function ask(method, path, body) {
  const isFile = body instanceof Blob;
  const headers = { authorization: `Bearer ${keptKey()}` };
  if (body) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json';
  const response = await fetch(path, {
    method,
    headers,
    body: isFile || !body ? body : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer, response.status);
  return answer;
}

export const trayPath = (name) => `/v1/trays/${encodeURIComponent(name)}`;

/** The same file has the same key, so that sending it twice is sending it once. */
export function uploadKeyOf(file) {
  const name = file.name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return `${name.slice(0, 60) || 'scan'}-${file.size}-${file.lastModified.toString(36)}`;
}

const waitsMs = [500, 2000, 5000];

/** Sends a file; while the mailroom is away it is tried again. The key makes that safe. */
export async function upload(path, file, onWait) {
  for (let tried = 0; ; tried += 1) {
    try {
      return await ask('PUT', path, file);
    } catch (error) {
      const isAway = !(error instanceof Refusal) || error.status === 503 || error.status === 429;
      if (!isAway || tried >= waitsMs.length) throw error;
      onWait();
      await new Promise((resolve) => setTimeout(resolve, waitsMs[tried]));
    }
  }
}
