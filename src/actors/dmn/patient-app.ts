import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Language, Text } from '../../core/index.js';
import { INS_LEFT_OUT } from './consumer.js';
import type { FiledDocument } from './filed-document.js';
import type { Encounter, Patient } from './patient.js';
import type { PatientStore } from './patient-store.js';

const LOCAL_NAMES = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page as a web application, without its server. */
export function patientApp(store: PatientStore, language: Language): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (!LOCAL_NAMES.test(context.req.header('host') ?? '')) return context.text('forbidden host', 403);
    await next();
    context.header('Content-Security-Policy', POLICY);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-store');
    return undefined;
  });
  app.get('/', (context) => context.html(listPage(store, language)));
  app.get('/patients/:number', (context) => {
    const patient = store.patients.find((one) => String(one.number) === context.req.param('number'));
    return patient ? context.html(patientPage(patient, language)) : context.notFound();
  });
  app.get('/identifiers/:value', (context) => {
    const value = context.req.param('value');
    const patient = store.patients.find((one) => one.identifiers.some((identifier) => identifier.value === value));
    return patient ? context.html(patientPage(patient, language)) : context.notFound();
  });
  app.get('/patients.json', (context) => context.json(store.patients));
  return app;
}

const WORDS = {
  title: { fr: 'DMN de référence', en: 'Reference DMN' },
  patients: { fr: 'Patients', en: 'Patients' },
  none: { fr: 'Aucun patient pour l’instant.', en: 'No patient yet.' },
  name: { fr: 'Nom de naissance', en: 'Birth name' },
  given: { fr: 'Premier prénom', en: 'First given name' },
  givens: { fr: 'Prénoms de naissance', en: 'Birth given names' },
  birthDate: { fr: 'Date de naissance', en: 'Birth date' },
  sex: { fr: 'Sexe', en: 'Sex' },
  birthPlace: { fr: 'Lieu de naissance (code COG)', en: 'Birth place (COG code)' },
  usedName: { fr: 'Nom utilisé', en: 'Used name' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  identifiers: { fr: 'Identifiants', en: 'Identifiers' },
  ins: { fr: 'Matricule INS', en: 'INS matricule' },
  noIns: { fr: 'aucun', en: 'none' },
  status: { fr: 'Statut de l’identité (PID-32)', en: 'Identity status (PID-32)' },
  encounters: { fr: 'Venues', en: 'Encounters' },
  movement: { fr: 'Mouvement (ZBE-1)', en: 'Movement (ZBE-1)' },
  event: { fr: 'Événement', en: 'Event' },
  start: { fr: 'Début (ZBE-2)', en: 'Start (ZBE-2)' },
  location: { fr: 'Hébergement (PV1-3)', en: 'Accommodation (PV1-3)' },
  nature: { fr: 'Nature (ZBE-9)', en: 'Nature (ZBE-9)' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
  insLeftOut: { fr: '(INS non intégrée)', en: '(INS not integrated)' },
  documents: { fr: 'Documents CDA', en: 'CDA documents' },
  level: { fr: 'Niveau', en: 'Level' },
  documentTitle: { fr: 'Titre', en: 'Title' },
  version: { fr: 'Version', en: 'Version' },
  state: { fr: 'État', en: 'State' },
  history: { fr: 'Messages intégrés', en: 'Messages integrated' },
} as const satisfies Record<string, Text>;

const STATES: Readonly<Record<Encounter['state'], Text>> = {
  'pre-admitted': { fr: 'préadmis', en: 'pre-admitted' },
  active: { fr: 'en cours', en: 'active' },
  'on-leave': { fr: 'en permission', en: 'on leave' },
  discharged: { fr: 'sorti', en: 'discharged' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
};

const DOCUMENT_STATES: Readonly<Record<FiledDocument['state'], Text>> = {
  current: { fr: 'en vigueur', en: 'current' },
  replaced: { fr: 'remplacé', en: 'replaced' },
  deleted: { fr: 'supprimé', en: 'deleted' },
};

/** Bears personal data: see PERSONAL_PARTS. */
const P = raw(' data-personal="yes"');

type Markup = ReturnType<typeof html>;

function listPage(store: PatientStore, language: Language): Markup {
  const say = (key: keyof typeof WORDS) => WORDS[key][language];
  const rows = store.patients.map(
    (patient) => html`<tr>
      <td><a${P} href="/patients/${patient.number}">${patient.birthName} ${patient.firstGivenName}</a></td>
      <td${P}>${frenchDate(patient.birthDate)}</td>
      <td${P}>${patient.sex}</td>
      <td${P} class="code">${patient.identifiers.map(({ value }) => value).join(', ')}</td>
      <td${P} class="code">${patient.ins.map((ins) => ins.matricule).join(', ') || say('noIns')}</td>
      <td>${statusBadge(patient)}</td>
    </tr>`,
  );
  const table = html`<table>
    <thead><tr><th>${say('name')}</th><th>${say('birthDate')}</th><th>${say('sex')}</th><th>${say('identifiers')}</th><th>${say('ins')}</th><th>PID-32</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
  const body = store.patients.length > 0 ? table : html`<p>${say('none')}</p>`;
  return page(language, say('patients'), html`<h1>${say('patients')}</h1>${body}`);
}

function patientPage(patient: Patient, language: Language): Markup {
  const say = (key: keyof typeof WORDS) => WORDS[key][language];
  const facts: [string, unknown][] = [
    [
      say('ins'),
      patient.ins.length > 0 ? patient.ins.map((ins) => `${ins.matricule} · ${ins.oid}`).join(', ') : say('noIns'),
    ],
    [say('status'), statusBadge(patient)],
    [say('name'), patient.birthName],
    [say('given'), patient.firstGivenName],
    [say('givens'), patient.givenNames],
    [say('birthDate'), frenchDate(patient.birthDate)],
    [say('sex'), patient.sex],
    [say('birthPlace'), patient.birthPlace],
    [say('usedName'), patient.usedName],
    [say('phone'), patient.phone],
    [say('identifiers'), patient.identifiers.map((id) => `${id.value} (${id.type}, ${id.authority})`).join(', ')],
  ];
  const list = facts.map(
    ([term, value]) => html`<dt>${term}</dt><dd${term === say('status') ? '' : P}>${value || '—'}</dd>`,
  );
  const encounters = patient.encounters.map((encounter) => encounterPart(encounter, language));
  const body = html`<h1 id="patient"${P}>${patient.birthName} ${patient.firstGivenName}</h1>
    <dl>${list}</dl>
    ${patient.encounters.length > 0 ? html`<h2>${say('encounters')}</h2>${encounters}` : ''}
    ${patient.documents.length > 0 ? documentsPart(patient.documents, language) : ''}
    <h2>${say('history')}</h2><p class="code">${patient.history.map((entry) => entry.replace(INS_LEFT_OUT, say('insLeftOut'))).join(' → ')}</p>`;
  return page(language, `${patient.birthName} ${patient.firstGivenName}`, body);
}

function encounterPart(encounter: Encounter, language: Language): Markup {
  const columns = ['movement', 'event', 'start', 'location', 'nature'] as const;
  const titles = columns.map((column) => html`<th>${WORDS[column][language]}</th>`);
  const movements = encounter.movements.map(
    (movement) => html`<tr class="${movement.cancelled ? 'cancelled' : ''}">
      <td${P} class="code">${movement.id}</td><td>${movement.event}</td><td${P}>${frenchDate(movement.at)}</td><td>${movement.location}</td>
      <td>${movement.nature}</td><td>${movement.cancelled ? WORDS.cancelled[language] : ''}</td>
    </tr>`,
  );
  return html`<h3><span${P}>${encounter.visit}</span> · ${encounter.patientClass} · ${STATES[encounter.state][language]}</h3>
    <table><thead><tr>${titles}<th></th></tr></thead>
    <tbody>${movements}</tbody></table>`;
}

function documentsPart(documents: readonly FiledDocument[], language: Language): Markup {
  const say = (key: keyof typeof WORDS) => WORDS[key][language];
  const rows = documents.map(
    (one) => html`<tr class="${one.state === 'current' ? '' : 'cancelled'}">
      <td${P}>${one.title}</td><td>CDA ${one.level ?? '?'}</td><td class="code">${one.type}</td>
      <td${P}>${frenchDate(one.date)}</td><td>${one.version ?? '?'}</td>
      <td${P} class="code">${[one.id.root, one.id.extension].filter((part) => part).join('^')}</td>
      <td>${DOCUMENT_STATES[one.state][language]}</td>
    </tr>`,
  );
  return html`<h2>${say('documents')}</h2>
    <table><thead><tr><th>${say('documentTitle')}</th><th>${say('level')}</th><th>Type</th><th>Date</th>
    <th>${say('version')}</th><th>id</th><th>${say('state')}</th></tr></thead>
    <tbody>${rows}</tbody></table>`;
}

function statusBadge(patient: Patient): Markup {
  const kind = patient.status === 'VALI' ? 'good' : 'wait';
  return html`<span class="badge ${kind}">${[patient.status || '?', ...patient.attributes].join(' · ')}</span>`;
}

/** `28/03/1979`, with hours and minutes when the value has them; anything but an HL7 time stays as it is. */
function frenchDate(value: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?/.exec(value);
  if (!match) return value;
  const [, year, month, day, hour, minute] = match;
  return `${day}/${month}/${year}${hour === undefined ? '' : ` ${hour}:${minute}`}`;
}

/** Ours and constant, so put into the page as it is. */
const STYLE = raw(`
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
  header { border-bottom: 1px solid #8886; margin-bottom: 1.5rem; padding-bottom: .5rem; }
  header a { color: inherit; font-weight: 600; text-decoration: none; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } h3 { font-size: 1rem; font-weight: 500; }
  table { border-collapse: collapse; width: 100%; } th { font-weight: 500; text-align: left; }
  th, td { border-bottom: 1px solid #8884; padding: .4rem .6rem .4rem 0; vertical-align: top; }
  dl { display: grid; gap: .35rem 1.5rem; grid-template-columns: max-content 1fr; } dt { opacity: .7; } dd { margin: 0; }
  .code { font-family: ui-monospace, monospace; font-size: .9em; }
  .badge { border: 1px solid; border-radius: 1rem; font-size: .85em; padding: .1rem .6rem; }
  .good { color: #1a7f37; } .wait { color: #9a6700; }
  .cancelled td { opacity: .55; text-decoration: line-through; }`);

function page(language: Language, title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${title} · ${WORDS.title[language]}</title><style>${STYLE}</style></head>
    <body><header><a href="/">${WORDS.title[language]}</a></header><main>${body}</main></body></html>`;
}
