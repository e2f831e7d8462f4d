import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { TaxonomyAnswer } from '../../../src/api/overview.ts';
import { Refusal } from '../api.ts';
import { english } from './english.ts';
import { englishRefusals } from './english-refusals.ts';
import { type Formats, formatsIn } from './format.ts';
import { german, type Words } from './german.ts';

export type Language = 'de' | 'en';

export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly formats: Formats;
  /** What went wrong, in words. */
  sentence(error: unknown): string;
  switchLanguage(): void;
}

const Speaking = createContext<Speech>({
  ...{
    language: 'de',
    words: german,
    formats: formatsIn('de-DE'),
    sentence: String,
    switchLanguage: () => undefined,
  },
});

export const useWords = () => useContext(Speaking);

export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(localStorage.getItem('language') === 'en' ? 'en' : 'de');
  useEffect(() => {
    localStorage.setItem('language', language);
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo(() => {
    const words = language === 'de' ? german : english;
    const switchLanguage = () => setLanguage((last) => (last === 'de' ? 'en' : 'de'));
    const sentence = (error: unknown) => {
      if (!(error instanceof Refusal)) return words.away;
      return (language === 'en' && englishRefusals[error.code]) || error.message || words.away;
    };
    return { language, words, formats: formatsIn(words.locale), sentence, switchLanguage };
  }, [language]);
  return <Speaking value={speech}>{children}</Speaking>;
}

/** The company's intents and queues, with their names. */
export interface Labels {
  readonly intents: TaxonomyAnswer['intents'];
  readonly queues: readonly string[];
  intent(intent: string): string;
  queue(queue: string): string;
}

const Labelling = createContext<Labels>({
  intents: [],
  queues: [],
  intent: (all) => all,
  queue: (all) => all,
});

export const useLabels = () => useContext(Labelling);

export function LabelProvider({
  taxonomy,
  children,
}: {
  readonly taxonomy: TaxonomyAnswer;
  readonly children: ReactNode;
}) {
  const { language, words } = useWords();
  const labels = useMemo(() => {
    const names = new Map(taxonomy.intents.map((one) => [one.intent, one.label[language]]));
    return {
      ...{ intents: taxonomy.intents, queues: taxonomy.queues },
      intent: (intent: string) => names.get(intent) ?? intent,
      queue: (queue: string) =>
        taxonomy.queueLabels[queue]?.[language] ??
        words.queues[queue] ??
        queue.charAt(0).toUpperCase() + queue.slice(1),
    };
  }, [taxonomy, language, words]);
  return <Labelling value={labels}>{children}</Labelling>;
}
