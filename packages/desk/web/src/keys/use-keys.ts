import { useEffect, useRef } from 'react';

/** What a key does here. `keys`: "j", "Enter", or two after each other: "g o". */
export interface Binding {
  readonly keys: string;
  readonly label: string;
  run(): void;
  /** Works also while somebody types. */
  readonly whileTyping?: boolean;
}

type Layer = { readonly current: readonly Binding[] };
const layers: Layer[] = [];
let pending = '';
let pendingUntil = 0;

/** Every key that does something at this moment, the innermost view first. */
export function activeBindings(): readonly Binding[] {
  const seen = new Set<string>();
  return layers
    .toReversed()
    .flatMap((layer) => layer.current)
    .filter(({ keys }) => !seen.has(keys) && seen.add(keys));
}

/** Gives keys a meaning for as long as the component is there; inner views win over outer ones. */
export function useKeys(bindings: readonly Binding[]): void {
  const layer = useRef(bindings);
  layer.current = bindings;
  useEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** Whether what has the focus got it by a click; :focus-visible forgets that as soon as any key is pressed. */
let clicked = false;
addEventListener('pointerdown', () => {
  clicked = true;
});

addEventListener('keydown', (event) => {
  if (event.key === 'Tab') clicked = false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector('dialog[open]')) return; // what lies behind it waits; Escape closes it
  const typing = isTyping(event.target);
  const before = performance.now() < pendingUntil ? `${pending} ` : '';
  const candidates = activeBindings().filter((one) => !typing || one.whileTyping);
  const found =
    candidates.find((one) => one.keys === before + event.key) ??
    candidates.find((one) => one.keys === event.key);
  pendingUntil = 0;
  if (found && !pressesButton(event)) {
    event.preventDefault();
    found.run();
  } else if (candidates.some((one) => one.keys.startsWith(`${event.key} `))) {
    pending = event.key;
    pendingUntil = performance.now() + 1500;
  }
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

/** Enter and space on a button or link that was reached by keys press it; after a click the view's own keys hold. */
function pressesButton({ key, target }: KeyboardEvent): boolean {
  return (
    !clicked &&
    (key === 'Enter' || key === ' ') &&
    target instanceof HTMLElement &&
    target.matches('button, a, summary')
  );
}
