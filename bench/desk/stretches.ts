import type { Page } from 'playwright-core';

/** A piece of work at the desk: what hands do, and how long the desk takes for its part of it. */
export interface Stretch {
  readonly keys: number;
  readonly ms: number;
}

const person = { name: 'maria', password: 'ein langes Passwort' };

export async function becomeAdministrator(page: Page, setupUrl: string): Promise<void> {
  await page.goto(setupUrl);
  await page.getByLabel('Ihr Name').fill('Maria Brandt');
  await page.getByLabel('Anmeldename').fill(person.name);
  await page.getByLabel('Passwort').fill(person.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
}

export async function signInAgain(page: Page, url: string): Promise<Stretch> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  return measure(page, async (type) => {
    await type(person.name, 'Tab', person.password, 'Enter');
    await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
  });
}

/** "I sent you a fax about my mother's contract": the name is enough. */
export function findAndOpen(page: Page): Promise<Stretch> {
  return measure(page, async (type) => {
    await type('/', 'claase');
    await page.locator('.hit-list li').first().getByText('Claasen').first().waitFor();
    await type('Enter');
    await standingPage(page);
    await page.locator('.mark.account').first().waitFor();
  });
}

/** Decides as a person would who agrees with the best guess: at most `count` letters, up to the first without one. */
export async function reviewSome(page: Page, url: string, count: number): Promise<readonly Stretch[]> {
  await page.goto(`${url}/klaerung?dokument=naechstes`);
  const stretches: Stretch[] = [];
  for (let done = 0; done < count; done += 1) {
    await standingPage(page);
    if (!(await page.locator('.choices kbd').getByText('1', { exact: true }).count())) break;
    const left = await page.locator('.decision .left').textContent();
    stretches.push(
      await measure(page, async (type) => {
        if (!(await page.locator('.choices button[aria-pressed=true]').count())) await type('1');
        const ready = page.locator('.destination').getByText('Geht an');
        if (!(await ready.count()))
          await type((await page.locator('.choices kbd').getByText('q').count()) ? 'q' : '0');
        await type('Enter');
        await page
          .locator('.decision .left')
          .filter({ hasNotText: left ?? '' })
          .waitFor();
        await standingPage(page);
      }),
    );
  }
  return stretches;
}

/** The page's image is there and decoded, or there is a sentence why not. */
async function standingPage(page: Page): Promise<void> {
  await page.locator('.page img, .page.broken').first().waitFor();
  await page.evaluate("document.querySelector('.page img')?.decode().catch(() => undefined)");
}

/** `type` takes names of keys ("Enter") and text, which is typed letter by letter. */
async function measure(
  page: Page,
  work: (type: (...what: readonly string[]) => Promise<void>) => Promise<void>,
): Promise<Stretch> {
  let keys = 0;
  const startedAt = performance.now();
  await work(async (...what) => {
    for (const one of what) {
      const strokes = /^(Enter|Tab)$/.test(one) ? [one] : [...one];
      for (const stroke of strokes) await page.keyboard.press(stroke);
      keys += strokes.length;
    }
  });
  return { keys, ms: performance.now() - startedAt };
}
