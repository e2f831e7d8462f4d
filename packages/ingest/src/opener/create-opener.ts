import { fileURLToPath } from 'node:url';
import { type Child, ChildFailure, startChild } from '@mailroom/children';
import { BadDocumentError, type OpenedDocument, type OpenedPage, TemporaryError } from '@mailroom/core';
import { type OpenerAnswer, type OpenerReply, type OpenerRequest, openerReplySchema } from './protocol.ts';

/** Opens documents in a child process, so that a file that crashes or hangs a decoder costs that process only. */
export interface Opener {
  /**
   * As openDocument, a stack with more pages than a letter may have; the pages must be taken to the end, or `return`ed.
   * @throws BadDocumentError also when opening hangs; TemporaryError when another document's crash took ours along
   */
  open(bytes: Buffer, fileName: string, options?: { readonly isStack?: boolean }): Promise<OpenedDocument>;
  close(): Promise<void>;
}

type OpenerChild = Child<OpenerReply>;

const program = fileURLToPath(new URL('child.ts', import.meta.url));
const answerTimeoutMs = 60_000;

export function createOpener({ timeoutMs = answerTimeoutMs } = {}): Opener {
  let child: OpenerChild | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let lastDocument = 0;

  /** One request at a time over all documents: the one being answered when the child fails is to blame. */
  function ask(choose: () => OpenerChild, request: OpenerRequest): Promise<OpenerAnswer> {
    const answer = line.then(() => askChild(choose(), request, timeoutMs));
    line = answer.catch(() => undefined); // whoever asked learns of it; the line goes on
    return answer.then(understood);
  }

  function livingChild(): OpenerChild {
    if (!child?.alive) child = startChild({ program, answers: openerReplySchema, heapLimitMb: 1024 });
    return child;
  }

  return {
    async open(bytes, fileName, { isStack = false } = {}) {
      lastDocument += 1;
      const document = lastDocument;
      let owner: OpenerChild | undefined;
      const choose = () => {
        owner = livingChild();
        return owner;
      };
      const opened = await ask(choose, { kind: 'open', document, bytes, fileName, isStack });
      if (opened.kind !== 'opened') throw new Error(`the opener answered ${opened.kind} to open`);
      const { mediaType, pageCount, mail, notes, onlyPage, isOriginal } = opened;
      const askOwner = (request: OpenerRequest) => ask(() => stillAlive(owner), request);
      const pages = () =>
        onlyPage ? alone(onlyPage, isOriginal ? bytes : undefined) : pagesOf(document, notes, askOwner);
      return { mediaType, pageCount, notes, pages, ...(mail ? { mail: definedOf(mail) } : {}) };
    },
    async close() {
      await line;
      await child?.end();
    },
  };
}

/** pdfium and sharp keep what they once took; a child above this is replaced between two documents. */
const maxRssMb = 500;

async function askChild(
  child: OpenerChild,
  request: OpenerRequest,
  timeoutMs: number,
): Promise<OpenerAnswer> {
  const { answer, rssMb, openDocuments } = await child.ask(request, timeoutMs).catch(blame);
  if (rssMb > maxRssMb && openDocuments === 0) await child.end();
  return answer;
}

/** The child that holds a document; after its death, with another document to blame, ours is opened afresh later. */
function stillAlive(owner: OpenerChild | undefined): OpenerChild {
  if (owner?.alive) return owner;
  throw new TemporaryError('opener-restarted', 'Another document crashed the opening process; trying again.');
}

async function* alone(page: OpenedPage, original: Buffer | undefined): AsyncGenerator<OpenedPage> {
  yield original && page.kind === 'image' ? { ...page, image: original } : withBuffer(page);
}

async function* pagesOf(
  document: number,
  notes: string[],
  ask: (request: OpenerRequest) => Promise<OpenerAnswer>,
): AsyncGenerator<OpenedPage> {
  let open = true;
  try {
    for (;;) {
      const answer = await ask({ kind: 'next', document }).catch((error: unknown) => {
        open = false;
        throw error;
      });
      open = answer.kind === 'page';
      if (answer.kind === 'end') notes.splice(0, notes.length, ...answer.notes);
      if (answer.kind !== 'page') return;
      yield withBuffer(answer.page);
    }
  } finally {
    if (open) await ask({ kind: 'close', document });
  }
}

/** A hang would hang again, and a page that empties the memory would do so again; a death may have been bad luck. */
function blame(error: unknown): never {
  if (!(error instanceof ChildFailure) || error.kind !== 'timeout') throw error;
  throw new BadDocumentError(
    'opening-hangs',
    'Das Öffnen der Datei dauert zu lange und wurde abgebrochen. Bitte ausdrucken und neu scannen.',
    { state: 'review', cause: error },
  );
}

function understood(answer: OpenerAnswer): OpenerAnswer {
  if (answer.kind === 'bad') throw new BadDocumentError(answer.code, answer.message, { state: answer.state });
  if (answer.kind === 'failed') throw new Error(answer.message);
  return answer;
}

/** Bytes arrive as plain Uint8Array over the channel. */
function withBuffer(page: OpenedPage): OpenedPage {
  return page.kind === 'text' ? page : { ...page, image: Buffer.from(page.image) };
}

function definedOf(mail: {
  from?: string | undefined;
  subject?: string | undefined;
  sentAt?: Date | undefined;
}) {
  return {
    ...(mail.from === undefined ? {} : { from: mail.from }),
    ...(mail.subject === undefined ? {} : { subject: mail.subject }),
    ...(mail.sentAt === undefined ? {} : { sentAt: mail.sentAt }),
  };
}
