import { describe, expect, it } from 'vitest';
import { loadTaxonomy } from '../load-taxonomy.ts';
import { loadModel } from '../save-model.ts';
import { createClassifier } from './create-classifier.ts';
import { readLetter } from './read-letter.ts';

const taxonomy = loadTaxonomy();
const model = loadModel();
const classifier = createClassifier(model, taxonomy);
const classify = (text: string) => classifier.classify({ channel: 'letter', text, receivedAt: new Date(0) });
const intentsOf = (text: string): string[] => classify(text).intents.map(({ intent }) => intent);

const twoWishes =
  'Guten Tag,\n\nich bin umgezogen, meine neue Anschrift lautet Gartenweg 5, 12345 Neustadt.\n\nAußerdem habe ich die Bank gewechselt, bitte buchen Sie ab sofort von meinem neuen Konto ab: DE12 3456 7890 1234 5678 90.\n\nViele Grüße\nEva Kern\n';

describe('the classifier with the model that comes along', () => {
  it('recognises a plain cancellation and shows its words verbatim', () => {
    const text =
      'Sehr geehrte Damen und Herren,\n\nhiermit kündige ich meinen Mobilfunkvertrag\nfristgerecht zum 31. August 2026. Bitte bestätigen Sie mir das Vertragsende.\n\nMit freundlichen Grüßen\nEva Kern\n';
    const { intents, doubt } = classify(text);
    expect(intents.map(({ intent }) => intent)).toEqual(['cancellation']);
    expect(text).toContain(intents[0]?.evidence[0]);
    expect(doubt).toBeUndefined();
  });

  it('gives several intents, and three candidates', () => {
    expect(intentsOf(twoWishes).sort()).toEqual(['address-change', 'bank-details']);
    expect(classify(twoWishes).candidates).toHaveLength(3);
  });

  it('never routes a threatened, negated or quoted cancellation as one', () => {
    const letters = [
      'Guten Tag,\n\ndie Rechnung vom Mai stimmt nicht, bitte erstatten Sie mir 30 Euro. Sonst kündige ich.\n\nKern',
      'Guten Tag,\n\nich will nicht kündigen. Ich wollte nur wissen, was das Telefonieren in die Schweiz kostet.\n\nKern',
      'Hallo,\n\nin Ihrem Brief steht "Wir bestätigen Ihre Kündigung". Ich habe nie gekündigt! Der Vertrag bleibt.\n\nKern',
    ];
    for (const text of letters) {
      const { intents, doubt } = classify(text);
      expect(doubt !== undefined || intents.every(({ intent }) => intent !== 'cancellation')).toBe(true);
    }
  });

  it('delivers the sure part of a letter when all of it is not sure enough, and names the rest as a candidate', () => {
    const reading = readLetter(twoWishes, model);
    const [main, second] = reading.decision.chosen.map((intent) => model.intents[intent]);
    const decision = { chosen: reading.decision.chosen.slice(0, 1), confidence: 0.9 };
    const surePart = { decision, grounds: reading.grounds, trust: 0.99 };
    const judge = (trust: number) =>
      createClassifier(model, taxonomy, () => ({
        ...reading,
        trust: 0.1,
        surePart: { ...surePart, trust },
      })).classify({ channel: 'letter', text: twoWishes, receivedAt: new Date(0) });
    const { intents, candidates, doubt } = judge(0.99);
    expect(doubt).toBeUndefined();
    expect(intents.map(({ intent }) => intent)).toEqual([main]);
    expect(candidates.map(({ intent }) => intent)).toContain(second);
    expect(judge(0.1)).toMatchObject({
      intents: [{ intent: main }, { intent: second }],
      doubt: expect.any(String),
    });
  });

  it('does not take an empty box for a wish', () => {
    expect(
      intentsOf(
        'Änderungsmitteilung\n\n[ ] Kündigung meines Vertrages\n[x] neue Bankverbindung: DE12 3456 7890 1234 5678 90\n',
      ),
    ).toEqual(['bank-details']);
  });

  it('says why when it is not sure, in German', () => {
    expect(classify('Ohne Worte.').doubt).toMatch(/\.$/);
    expect(classify('').doubt).toBeDefined();
    expect(classify('Sandwiches').doubt).toBe(
      'Kein Anliegen sicher erkannt. Bitte den Brief lesen und zuordnen.',
    );
  });

  it('refuses a taxonomy that lacks an intent of the model', () => {
    const smaller = { ...taxonomy, intents: taxonomy.intents.slice(1) };
    expect(() => createClassifier(model, smaller)).toThrow(/does not/);
  });
});
