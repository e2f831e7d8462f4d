const root = document.documentElement;
const kept = localStorage.getItem('theme');
if (kept) root.dataset['theme'] = kept;

/** Dark where the system is light, light where it is dark, and back. */
export function switchTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const now = root.dataset['theme'] ?? (dark ? 'dark' : 'light');
  const next = now === 'dark' ? 'light' : 'dark';
  root.dataset['theme'] = next;
  localStorage.setItem('theme', next);
}
