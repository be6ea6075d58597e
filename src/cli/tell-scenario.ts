import type { ScenarioEvent } from '../index.js';
import type { Text } from '../judge.js';
import type { Session } from './io.js';

const SIGNS = { passed: '✓', failed: '✗', cantTell: '?', untested: '–' } as const;
const BLAMES = {
  setup: { fr: 'mise en place', en: 'setup' },
  'earlier-step': { fr: 'étape précédente', en: 'earlier step' },
  harness: { fr: 'banc d’essai', en: 'harness' },
  'tested-side': { fr: 'système testé', en: 'tested side' },
} as const satisfies Record<string, Text>;

/** What happens, as it happens; the judging of the exchanges comes at the end. */
export function tellScenarioEvent(event: ScenarioEvent, session: Session): void {
  const { language } = session;
  switch (event.kind) {
    case 'scenario':
      session.say(
        `\n${event.number}/${event.total}  ${event.scenario.file.title[language]}  (${event.scenario.reference})\n`,
      );
      return;
    case 'group':
      session.say(`  ${event.title[language]}`);
      return;
    case 'waiting': {
      const until = event.until.toLocaleTimeString(language);
      const address = event.address === undefined ? '' : ` (${event.address})`;
      const words = { fr: `jusqu’à ${until}`, en: `until ${until}` }[language];
      session.say(`… [${event.id}] ${event.ask[language]}${address}, ${words}`);
      return;
    }
    case 'attempt':
      session.say(`↻ ${event.attempt}/${event.of}  ${event.verdict.reason[language]}`);
      return;
    case 'step': {
      const { verdict, title, attempts, sent, answer } = event;
      session.say(`${SIGNS[verdict.outcome]} ${title[language]}${times(attempts, language)}`);
      if (sent || answer) session.say(`    ${sent || '—'}  →  ${answer ?? '—'}`);
      const blame = verdict.blame ? ` · ${BLAMES[verdict.blame][language]}` : '';
      session.say(`    ${verdict.reason[language]}${blame}`);
    }
  }
}

function times(attempts: number, language: 'fr' | 'en'): string {
  return attempts > 1 ? { fr: ` (${attempts} essais)`, en: ` (${attempts} attempts)` }[language] : '';
}
