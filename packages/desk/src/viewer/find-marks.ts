import type { Box, Word } from '@mailroom/core';
import {
  type Database,
  loadAccounts,
  loadFields,
  loadIntents,
  parseQueryLine,
  type StoredPage,
  unpackWords,
} from '@mailroom/database';
import type { PageAnswer } from '../api/documents.ts';
import { type LocatableWords, locatePhrase, prepareWords } from './locate-phrase.ts';
import { shownBox } from './shown-box.ts';

type Mark = PageAnswer['marks'][number];

/** What is worth seeing on a page: the hits of a query, fields, numbers of the account, words that show intents. */
export async function findMarks(
  database: Database,
  documentId: number,
  page: StoredPage,
  query: string,
): Promise<readonly Mark[]> {
  const [intents, accounts, fields] = await Promise.all([
    loadIntents(database, documentId),
    loadAccounts(database, documentId),
    loadFields(database, documentId),
  ]);
  const words = prepareWords(unpackWords(page.words));
  const mark = (kind: Mark['kind'], name: string, phrase: string, part = false): readonly Mark[] =>
    locatePhrase(words, phrase, { part }).map((run) => ({ kind, name, boxes: boxesOf(run, page) }));
  const linked = accounts.filter((one) => one.linked);
  return [
    ...intents
      .filter((one) => one.chosen)
      .flatMap(({ intent, evidence }) => evidence.flatMap((phrase) => mark('intent', intent, phrase))),
    ...linked.flatMap(({ customerNumber, evidence }) =>
      [customerNumber, ...evidence.flatMap(numbersIn)].flatMap((number) =>
        mark('account', customerNumber, number),
      ),
    ),
    ...fields.flatMap((field) => mark('field', field.name, field.words)),
    ...hitsOf(words, query).flatMap((hit) => mark('hit', hit, hit, true)),
  ];
}

const numbersIn = (text: string) => text.match(/[A-Z]{0,3}\d[\d -]{3,}\d/g) ?? [];

/** Typed words also mark what begins alike: "Kündigung" lies on "Kündigungsfrist", "kündigen" on "kündige". */
function hitsOf(words: LocatableWords, query: string): readonly string[] {
  const { words: typed, numbers } = parseQueryLine(query);
  const stems = typed
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, Math.max(4, word.length - 3)));
  return [...stems, ...numbers].filter((one) => locatePhrase(words, one, { part: true, most: 1 }).length > 0);
}

/** One box for each line that a run of words goes over. */
function boxesOf(run: readonly Word[], page: StoredPage) {
  const lines = Map.groupBy(run, (word) => word.line);
  return [...lines.values()].map((words) => shownBox(around(words.map((word) => word.box)), page));
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
