import { Fragment } from 'preact';
import type { RecordedScenario, StepResult } from '../../core/index.js';
import { BLAME_WORDS } from '../labels.js';
import { attemptsNote, scenarioNotes, stepsByScenario } from '../step-notes.js';
import { OutcomeBadge } from './badges.js';
import type { Page } from './page.js';

/** The story of the run, one step after another. */
export function Steps({ page }: { readonly page: Page }) {
  const { result, label } = page;
  if (result.steps.length === 0) return null;
  return (
    <section id="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{label('steps')}</h2>
      {stepsByScenario(result).map(({ scenario, from, steps }) => (
        <Fragment key={from}>
          {scenario && <ScenarioHead page={page} scenario={scenario} />}
          <ol class="steps" start={from}>
            {steps.map((step) => (
              <Step key={step.id} page={page} step={step} />
            ))}
          </ol>
        </Fragment>
      ))}
    </section>
  );
}

function ScenarioHead({ page, scenario }: { readonly page: Page; readonly scenario: RecordedScenario }) {
  const notes = scenarioNotes(scenario, page.language);
  return (
    <div class="steps-scenario">
      <h3>{scenario.title[page.language]}</h3>
      {notes.length > 0 && <p class="soft">{notes.join(' ; ')}</p>}
    </div>
  );
}

function Step({ page, step }: { readonly page: Page; readonly step: StepResult }) {
  const { language, label } = page;
  return (
    <li class={step.outcome}>
      <div class="step-head">
        {step.scenario === undefined ? <h3>{step.title[language]}</h3> : <h4>{step.title[language]}</h4>}
        <OutcomeBadge outcome={step.outcome} language={language} />
      </div>
      {(step.reason || step.blame || step.attempts) && (
        <p class="reason">
          {step.reason?.[language]}
          {step.blame && (
            <span class="soft">
              {step.reason && ' · '}
              {label('blame')}
              {label('colon')}
              {BLAME_WORDS[step.blame][language]}
            </span>
          )}
          {step.attempts && <span class="soft"> · {attemptsNote(step.attempts, language)}</span>}
        </p>
      )}
      <StepLinks page={page} step={step} />
    </li>
  );
}

function StepLinks({ page, step }: { readonly page: Page; readonly step: StepResult }) {
  const { result, label } = page;
  const titles = new Map(result.items.map((item) => [item.id, item.title]));
  if (step.itemIds.length + step.evidenceIds.length + step.requirementIds.length === 0) return null;
  return (
    <ul class="links">
      {step.itemIds.map((id) => (
        <li key={id}>
          <Link anchor={page.itemAnchor(id)} text={titles.get(id) ?? id} />
        </li>
      ))}
      {step.evidenceIds.map((id) => (
        <li key={id} class="soft">
          <Link anchor={page.evidenceAnchor(id)} text={id} />
        </li>
      ))}
      {step.requirementIds.map((id) => (
        <li key={id} class="soft" title={label('requirements')}>
          {id}
        </li>
      ))}
    </ul>
  );
}

export function Link({ anchor, text }: { readonly anchor: string | undefined; readonly text: string }) {
  return anchor === undefined ? <span>{text}</span> : <a href={`#${anchor}`}>{text}</a>;
}
