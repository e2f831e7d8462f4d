/** What the blind sample says, in German. */
export const germanBlind = {
  title: 'Stichprobe',
  lead: 'Die Maschine hat diesen Brief schon zugestellt. Bitte entscheiden Sie, ohne ihr Ergebnis zu kennen.',
  empty: 'Nichts zu prüfen.',
  emptyHint: 'Neue Stichproben erscheinen hier von selbst. Wie viele, steht in den Regeln.',
  decide: 'Festlegen und weiter',
  next: 'Weiter',
  verdicts: {
    right: 'Stimmt mit der Maschine überein.',
    incomplete: 'Richtig zugestellt, aber ein Anliegen fehlt',
    wrong: 'Falsch zugestellt',
  },
  stays: 'Ihre Entscheidung ist gezählt. Die Zustellung bleibt, bis jemand sie korrigiert.',
  you: 'Sie',
  machine: 'Maschine',
  wrongRate: 'Falsch zugestellt',
  noneChecked: 'Noch keine Stichprobe geprüft.',
  interval: (low: string, high: string, checked: string) => `${low} bis ${high}, ${checked} geprüft`,
  byIntent: 'Falsch zugestellt nach Anliegen (blinde Stichprobe)',
  byIntentHint: (days: number) => `Letzte ${days} Tage. Die Linie zeigt, wo der wahre Anteil zu 95 % liegt.`,
  of: (wrong: string, checked: string) => `${wrong} von ${checked}`,
};
