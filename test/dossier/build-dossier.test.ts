import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { loadFonts } from '../../src/assets/index.js';
import { baseNameOf, copyName, safeName, uniqueName } from '../../src/dossier/build/file-names.js';
import { planFiles } from '../../src/dossier/build/plan-files.js';
import { type AssessedDossier, type BuildInput, buildDossier, type DossierPart } from '../../src/dossier/index.js';
import { assess, present, runOf, SLAVE, stepOf } from '../support/dossier.js';
import { pdfText } from '../support/pdf-text.js';

const fonts = await loadFonts();
const build = (assessed: AssessedDossier, more: Partial<BuildInput> = {}) => [
  ...buildDossier({ assessed, language: 'fr', fonts, images: new Map(), ...more }),
];
const bytesOf = (parts: readonly DossierPart[], path: string) => {
  const part = parts.find((each) => each.path === path);
  if (!part || !('bytes' in part)) throw new Error(`no ${path}`);
  return part.bytes;
};
const textOf = (parts: readonly DossierPart[], path: string) => Buffer.from(bytesOf(parts, path)).toString('utf8');

/** A few requirements stand for all: a whole dossier takes seconds to write. */
const KEPT = ['INS 1', 'INS 4', 'INS 11', 'INS 45', 'IEPS 6', 'IEU 1'];
const few = (assessed: AssessedDossier, kept: readonly string[] = KEPT): AssessedDossier => ({
  ...assessed,
  requirements: assessed.requirements.filter(({ requirement }) => kept.includes(requirement.id)),
});

const LINK = 'https://interop.referencement.esante.gouv.fr/evs/1';
const whole = few(
  assess(
    `${SLAVE}runs: [runs/a]
requirements:
  INS 45: { platformLink: "${LINK}", proof2: { file: p/account.png } }
  IEU 1: { proof1: { file: p/gone.mp4 } }
  IEU 9: { comment: "<script>alert(1)</script> =cmd" }
`,
    {
      runs: [runOf('runs/a', [stepOf('s1', 'passed', ['INS 45'])])],
      files: [present('p/account.png'), { path: 'p/gone.mp4', state: 'missing' }],
    },
  ),
);
const parts = build(whole);

describe('a built dossier', () => {
  test('is the same twice, byte for byte', () => {
    expect(build(whole)).toEqual(parts);
  });

  test('holds a PDF for each requirement, named by requirement, product and version', () => {
    const pdfs = parts.filter(({ path }) => path.startsWith('exigences/'));
    expect(pdfs).toHaveLength(KEPT.length);
    expect(pdfs.map(({ path }) => path)).toContain('exigences/INS-45_TeleCoeur_2.4.1.pdf');
  });

  test('says preparation, unless a platform link stands for the page', () => {
    expect(pdfText(bytesOf(parts, 'exigences/INS-45_TeleCoeur_2.4.1.pdf'))).not.toContain('PRÉPARATION');
    expect(pdfText(bytesOf(parts, 'exigences/IEU-1_TeleCoeur_2.4.1.pdf'))).toContain('PRÉPARATION');
    expect(pdfText(bytesOf(parts, 'synthese.pdf'))).toContain('PRÉPARATION');
    expect(textOf(parts, 'matrice.html')).toContain('PRÉPARATION');
  });

  test('shows on each requirement its source and what it is worth', () => {
    const ins1 = pdfText(bytesOf(parts, 'exigences/INS-1_TeleCoeur_2.4.1.pdf'));
    expect(ins1).toContain('transcription non officielle');
    expect(ins1).not.toContain('ANS, source primaire');
    expect(pdfText(bytesOf(parts, 'exigences/IEPS-6_TeleCoeur_2.4.1.pdf'))).toContain('ANS, source primaire');
  });

  test('prints a declaration for each reason that exempts, as PDF and as text, in both languages', () => {
    const text = textOf(parts, 'attestations/ri-profile_TeleCoeur_2.4.1.txt');
    expect(text).toContain('INS 4, 11.');
    expect(text).toContain('est esclave d’identité');
    expect(text).toContain('Signature :');
    expect(pdfText(bytesOf(parts, 'attestations/ri-profile_TeleCoeur_2.4.1.pdf'))).toContain('À SIGNER');
    const english = build(few(whole, ['INS 4', 'INS 11', 'IEU 1']), { language: 'en' });
    expect(textOf(english, 'attestations/ri-profile_TeleCoeur_2.4.1.txt')).toContain('swear that this product');
    expect(pdfText(bytesOf(english, 'synthese.pdf'))).toContain('To correct');
  });

  test('a requirement without object names the paper to sign, where it is declared, and no reason for refusal', () => {
    const page = pdfText(bytesOf(parts, 'exigences/INS-4_TeleCoeur_2.4.1.pdf')).replace(/\s+/g, ' ');
    expect(page).toContain('attestations/ri-profile_TeleCoeur_2.4.1.pdf');
    expect(page).toContain('declarations: { ri-profile: attestation-signee.pdf }');
    expect(page).not.toContain('Motifs de refus');
    expect(page).not.toContain('lien permanent');
  });

  test('a requirement to decide names the key to state, and what would be asked then', () => {
    const open = few(assess(SLAVE.replace(/^.*prints.*$/m, '')), ['INS 42', 'INS 43']);
    const page = pdfText(bytesOf(build(open), 'exigences/INS-42_TeleCoeur_2.4.1.pdf')).replace(/\s+/g, ' ');
    expect(page).toContain('À trancher');
    expect(page).toContain('(identity.prints)');
    expect(page).toContain('Scénario, si elle s’applique');
    expect(page).toContain('Preuve 1');
    expect(page).toContain('Commun à INS 42, 43');
  });

  test('a run of the DMN of Épreuve is said to prove nothing of the product', () => {
    const ours = { id: 'demo', title: { fr: 'D', en: 'D' }, digest: 'd', seed: 's', reference: true as const };
    const step = { ...stepOf('s1', 'passed', ['INS 45']), scenario: 'demo' };
    const demo = assess(`${SLAVE}runs: [runs/a]\n`, {
      runs: [runOf('runs/a', [step], { result: { scenarios: [ours] } })],
    });
    const built = build(few(demo, ['INS 45']));
    const page = pdfText(bytesOf(built, 'exigences/INS-45_TeleCoeur_2.4.1.pdf')).replace(/\s+/g, ' ');
    expect(page).toContain('ne prouve rien de votre produit');
    expect(page).toContain('À compléter');
    expect(textOf(built, 'matrice.html')).toContain('✕ passage sur le DMN d’Épreuve');
  });

  test('a signed declaration takes the place of the one to sign', () => {
    const signed = few(assess(`${SLAVE}declarations: { ri-profile: a.pdf }\n`, { files: [present('a.pdf')] }), [
      'INS 4',
    ]);
    const paths = build(signed).map(({ path }) => path);
    expect(paths).toContain('attestations/signee_a.pdf');
    expect(paths).not.toContain('attestations/ri-profile_TeleCoeur_2.4.1.pdf');
  });

  test('the matrix traces every requirement, shows gaps, and lets no text run', () => {
    const html = textOf(parts, 'matrice.html');
    for (const { requirement } of whole.requirements) expect(html).toContain(`>${requirement.id}</a>`);
    expect(html).toMatch(/class="gap"><strong>✕ fichier introuvable/);
    expect(html).not.toContain('<script');
    expect(html).toContain(`href="${LINK}"`);
    expect(html).toContain('href="passages/a/rapport.html"');
    const csv = textOf(parts, 'matrice.csv');
    expect(csv.split('\r\n').length).toBeGreaterThan(KEPT.length);
    expect(csv).toContain(';INS 45;'.slice(1));
    expect(csv).toContain('a'.repeat(64));
  });

  test('its manifest says which pack it was made with and what each requirement came to', () => {
    const manifest = JSON.parse(textOf(parts, 'dossier.json'));
    expect(manifest.counts).toMatchObject({ ready: 1, broken: 1 });
    expect(manifest.referential).toMatchObject({ id: 'dmn-referential', digest: whole.referential.digest });
    expect(manifest.requirements).toHaveLength(KEPT.length);
  });

  test('shows no path of the machine and no value it was not given', () => {
    const all = parts.flatMap((part) => ('bytes' in part ? [Buffer.from(part.bytes).toString('latin1')] : []));
    expect(all.join('\n')).not.toContain(process.cwd());
  });
});

describe('names of files', () => {
  test.each([
    ['TéléCœur 2', 'TeleCoeur-2'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'sans-nom'],
    ['C:\\x', 'C-x'],
    ['con', '_con'],
    ['.hidden', 'hidden'],
    ['a\u0000b', 'a-b'],
    ['日本', 'sans-nom'],
  ])('%j becomes %s', (text, expected) => {
    expect(safeName(text)).toBe(expected);
  });

  test('never leave their folder, whatever the text', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (name, version) => {
        for (const each of [safeName(name), baseNameOf('INS 1', { name, version }), copyName(name)]) {
          expect(each).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
          expect(each).not.toContain('..');
        }
      }),
    );
  });

  test('are not given twice, even on a system that ignores case', () => {
    const taken = new Set<string>();
    expect(['a.png', 'A.png', 'a.png'].map((name) => uniqueName(name, taken))).toEqual(['a.png', 'A-2.png', 'a-3.png']);
  });

  test('of two proofs with the same name differ, and a hostile product stays inside', () => {
    const dossier = assess(
      `${SLAVE}requirements:\n  INS 45: { proof2: { file: "a/x.png" }, proof3: { file: "b/../x.png" } }\n`,
      { files: [present('a/x.png'), present('b/../x.png')] },
    );
    const hostile = {
      ...dossier,
      dossier: { ...dossier.dossier, product: { name: '../../../tmp/x', version: '/etc' } },
    };
    // Planned for every requirement, written for a few.
    const { requirements } = planFiles(hostile, []);
    expect(requirements.size).toBeGreaterThan(KEPT.length);
    for (const path of [...requirements.values(), ...build(few(hostile)).map((part) => part.path)]) {
      expect(path).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._/-]*$/);
      expect(path.split('/')).not.toContain('..');
    }
  });
});

const missing = spawnSync('pdftotext', ['-v']).error;
(missing ? test.skip : test)('every page is read by another program', () => {
  const { stdout, status } = spawnSync('pdftotext', ['-', '-'], {
    input: Buffer.from(bytesOf(parts, 'exigences/INS-45_TeleCoeur_2.4.1.pdf')),
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('Identité reçue par un flux');
  expect(stdout).toContain('TéléCœur');
});
