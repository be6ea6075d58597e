import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadFonts } from '../../src/assets/index.js';
import { imagesOf } from '../../src/assets/run-images.js';
import {
  type Capture,
  capturePage,
  captureTerminal,
  findBrowser,
  type PageShot,
  recordCapture,
} from '../../src/capture/index.js';
import { paintBoxes } from '../../src/core/png.js';
import { RunRecorder, readRun } from '../../src/evidence/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { pixelAt, rasterOf, wrongPixels } from '../support/rasters.js';

const folder = temporaryFolder();
const withBrowser = findBrowser(process.env) === undefined ? test.skip : test;
let pages = 0;

function shoot(body: string, shot: Partial<PageShot>): Promise<Capture> {
  const file = join(folder, `page-${pages++}.html`);
  writeFileSync(file, `<!doctype html><meta charset=utf-8><style>body{margin:0;font:16px monospace}</style>${body}`);
  const viewport = { width: 300, height: 200 };
  return capturePage(
    { url: pathToFileURL(file).href, viewport, timeoutMs: 8000, ...shot },
    { environment: process.env },
  );
}

/** A green square that is personal, in the middle of a white page: every edge can be looked at. */
const square = (left: number, top: number) =>
  `<div class=me style="position:absolute;left:${left}px;top:${top}px;width:40px;height:30px;background:#0c0"></div>`;
const GREEN = [0, 204, 0, 255];
const BLACK = [0, 0, 0, 255];
const WHITE = [255, 255, 255, 255];

function painted(capture: Capture) {
  const before = rasterOf(capture.bytes);
  return { before, after: paintBoxes(before, capture.boxes?.boxes ?? []) };
}

withBrowser.each<[string, Partial<PageShot>, number, number]>([
  ['a screen', {}, 100, 50],
  ['a whole page', { fullPage: true }, 100, 650],
  ['an element', { selector: '#card' }, 90, 40],
])(
  'what is personal shows on the picture and is black once painted, to the pixel: %s',
  async (_, shot, x, y) => {
    const body = `<div style="height:700px">${square(100, 50)}${square(100, 650)}</div>
      <div id=card style="position:absolute;left:10px;top:10px;width:200px;height:120px"></div>`;
    const capture = await shoot(body, { personal: ['.me'], ...shot });
    const { before, after } = painted(capture);
    expect(capture.facts).toMatchObject({ personal: '.me', boxes: expect.stringMatching(/^[1-9]/) });
    for (const [dx, dy] of [
      [0, 0],
      [39, 0],
      [0, 29],
      [39, 29],
    ] as const) {
      expect(pixelAt(before, x + dx, y + dy)).toEqual(GREEN);
      expect(pixelAt(after, x + dx, y + dy)).toEqual(BLACK);
    }
    // A pixel around belongs to the box; the second does not.
    for (const [dx, dy] of [
      [-2, 0],
      [41, 0],
      [0, -2],
      [0, 31],
    ] as const) {
      expect(pixelAt(after, x + dx, y + dy)).toEqual(WHITE);
    }
    expect(wrongPixels(before, after, capture.boxes?.boxes ?? [])).toBe(0);
  },
  60_000,
);

withBrowser(
  'what no text tells is painted too: pictures, drawings, frames, backgrounds',
  async () => {
    const dot =
      "url('data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2240%22 height=%2230%22><rect width=%2240%22 height=%2230%22 fill=%22%2300cc00%22/></svg>')";
    const at = (left: number) => `position:absolute;left:${left}px;top:40px;width:40px;height:30px;border:0`;
    const capture = await shoot(
      `<p class=me>x</p><img style="${at(10)}" src="${dot.slice(5, -2)}"><canvas id=c style="${at(60)}" width=40 height=30></canvas>
      <iframe style="${at(110)}" srcdoc="<body style='background:#0c0'>"></iframe><div style="${at(160)};background:${dot}"></div>
      <div style="${at(210)};background:#0c0"></div>
      <script>const x=c.getContext('2d');x.fillStyle='#0c0';x.fillRect(0,0,40,30)</script>`.replaceAll('"url', "'url"),
      { personal: ['.me'] },
    );
    const { before, after } = painted(capture);
    for (const left of [10, 60, 110]) {
      expect(pixelAt(before, left + 20, 55)).toEqual(GREEN);
      expect(pixelAt(after, left + 20, 55)).toEqual(BLACK);
    }
    expect(pixelAt(after, 180, 55)).toEqual(BLACK);
    expect(pixelAt(after, 230, 55)).toEqual(GREEN);
  },
  60_000,
);

withBrowser(
  'the text outside is what shows there: forms, shadow trees, what styles add; not what is covered or hidden',
  async () => {
    const capture = await shoot(
      `<style>.after::after{content:"ADDED"}</style><p class=me>COVERED</p><p>A<b>B</b>C</p><p hidden>HIDDEN</p>
      <input value="TYPED"><input type=password value="SECRET"><select><option>NOT<option selected>CHOSEN</select>
      <p class=after></p><div id=host></div><script>host.attachShadow({mode:'open'}).innerHTML='<i>SHADOW</i>'</script>`,
      { personal: ['.me'] },
    );
    const said = capture.boxes?.outside ?? '';
    for (const word of ['ABC', 'TYPED', 'CHOSEN', 'ADDED', 'SHADOW']) expect(said).toContain(word);
    for (const word of ['COVERED', 'SECRET', 'NOT', 'attachShadow']) expect(said).not.toContain(word);
  },
  60_000,
);

withBrowser(
  'a page that moves between two looks, and one where nothing was declared, have no boxes and say so',
  async () => {
    const moving = `<p class=me>x</p><p id=n style="font-size:40px">0</p>
      <script>let i=0;const step=()=>{n.textContent=String(++i);n.style.marginLeft=(i%150)+'px';requestAnimationFrame(step)};step()</script>`;
    const capture = await shoot(moving, { personal: ['.me'] });
    expect(capture.boxes).toBeUndefined();
    expect(capture.facts.boxes).toBe('unknown');
    const plain = await shoot('<p>x</p>', {});
    expect(plain.boxes).toBeUndefined();
    expect(plain.facts).not.toHaveProperty('boxes');
    await expect(shoot('<p>x</p>', { personal: ['.gone'] })).rejects.toMatchObject({ code: 'page-without' });
  },
  60_000,
);

test('a terminal tells where its masked cells are, and the text of the others', async () => {
  const font = (await loadFonts()).mono.path;
  const capture = await captureTerminal('patient DUPONT ok\r\n', { as: 'png', masks: [/DUPONT/], font });
  expect(capture.boxes?.boxes).toHaveLength(6);
  expect(capture.boxes?.outside).toContain('patient ██████ ok');
  const { before, after } = painted(capture);
  expect(wrongPixels(before, after, capture.boxes?.boxes ?? [])).toBe(0);
  const inks = (raster: typeof before) => {
    let lit = 0;
    for (const { x, y, width, height } of capture.boxes?.boxes ?? []) {
      for (let dy = 0; dy < height; dy++)
        for (let dx = 0; dx < width; dx++) if ((pixelAt(raster, x + dx, y + dy)[0] ?? 0) > 60) lit++;
    }
    return lit;
  };
  expect(inks(before)).toBeGreaterThan(1000);
  expect(inks(after)).toBe(0);
});

/** A run with a message that names a patient, and one picture of a page that shows him. */
const ER7 = readFileSync(new URL('../../samples/hl7v2/ADT_A01-A01-admit-valid.hl7', import.meta.url), 'latin1');
const NAME = /PID\|(?:[^|]*\|){4}([A-Z-]+)/.exec(ER7)?.[1] ?? '';

function run(name: string, record: (recorder: RunRecorder) => void): string {
  const at = join(folder, name);
  const tool = { name: 'epreuve', version: 'test' };
  const recorder = new RunRecorder({ folder: at, title: { fr: 'P', en: 'R' }, tool });
  const mediaType = 'x-application/hl7-v2+er7';
  recorder.record({ kind: 'document', mediaType, name: 'message', extension: 'hl7' }, Buffer.from(ER7, 'latin1'));
  record(recorder);
  recorder.end();
  return at;
}

async function redacted(source: string) {
  const out = `${source}-copy`;
  const { code, out: said } = await cli(['redact', source, '--out', out, '--json', '--lang', 'fr']);
  expect(code).toBe(0);
  type Told = { mediaType: string; outcome: string; reason?: { fr: string } };
  const items: Told[] = JSON.parse(said).items;
  return {
    out,
    picture: items.find(({ outcome, reason }) => outcome === 'masked' || reason?.fr.startsWith('capture')),
  };
}

/** Taken once, with the first test that wants it. */
let shown: Promise<Capture> | undefined;
const shootPatient = (): Promise<Capture> => {
  shown ??= shoot(`<p class=me>${NAME}</p><p>Statut VALI</p>`, { personal: ['.me'] });
  return shown;
};

withBrowser(
  'redact keeps the picture with black over what is personal, says how much, and the copy is verified and redacted again',
  async () => {
    expect(NAME.length).toBeGreaterThan(3);
    const capture = await shootPatient();
    const { out, picture } = await redacted(
      run('kept', (to) => recordCapture(to, { ...capture, name: `ecran-${NAME}` })),
    );
    expect(picture).toMatchObject({
      outcome: 'masked',
      mediaType: 'image/png',
      reason: { fr: 'image gardée, 1 rectangle noirci' },
    });
    const item = readRun(out).items.find(({ mediaType }) => mediaType === 'image/png');
    const after = rasterOf(readRun(out).bytes(item?.id ?? ''));
    expect(wrongPixels(rasterOf(capture.bytes), after, capture.boxes?.boxes ?? [])).toBe(0);
    for (const file of readdirSync(join(out, 'evidence'))) {
      expect(file).not.toContain(NAME);
      expect(readFileSync(join(out, 'evidence', file), 'latin1')).not.toContain(NAME);
    }
    expect(item?.facts).toMatchObject({ redaction: 'masked', personal: '.me' });
    expect(await cli(['verify', out])).toMatchObject({ code: 0 });
    expect((await redacted(out)).picture?.outcome).toBe('masked');
  },
  120_000,
);

withBrowser(
  'reports show what is personal black unless values are asked for, and no picture whose boxes are another’s',
  async () => {
    const capture = await shootPatient();
    const good = readRun(run('shown', (to) => recordCapture(to, capture)));
    const boxes = capture.boxes?.boxes ?? [];
    const of = (values: boolean) => rasterOf([...imagesOf(good, values).values()][0]?.bytes ?? new Uint8Array());
    expect(wrongPixels(rasterOf(capture.bytes), of(false), boxes)).toBe(0);
    expect(Buffer.from(of(true).pixels).equals(Buffer.from(rasterOf(capture.bytes).pixels))).toBe(true);
    const { boxes: told, ...bare } = capture;
    const swapped = run('other-picture', (to) => {
      const { id } = recordCapture(to, bare);
      const item = { kind: 'log', mediaType: 'application/json', name: 'b', extension: 'json' } as const;
      const picture = { sha256: 'f'.repeat(64), width: told?.width ?? 1, height: told?.height ?? 1 };
      const content = { format: 'epreuve-picture-boxes/1', picture, boxes, outside: '' };
      to.record({ ...item, facts: { boxesOf: id } }, Buffer.from(JSON.stringify(content)));
    });
    expect(imagesOf(readRun(swapped)).size).toBe(0);
    expect(imagesOf(readRun(swapped), true).size).toBe(1);
  },
  60_000,
);

withBrowser(
  'redact does without a picture whenever something is not sure, and says why',
  async () => {
    const good = await shoot('<p class=me>x</p>', { personal: ['.me'] });
    const leaking = await shoot(`<p class=me>x</p><p>Mme <b>${NAME.slice(0, 2)}</b>${NAME.slice(2)}</p>`, {
      personal: ['.me'],
    });
    const unknown = await shoot('<p>2 79 03 51 215 189 89</p><p class=me>x</p>', { personal: ['.me'] });
    const { boxes, ...bare } = good;
    if (!boxes) throw new Error('no boxes');
    const other = { ...good, boxes: { ...boxes, width: boxes.width + 1 } };
    const bent = (to: RunRecorder) => {
      const { id } = recordCapture(to, bare);
      const item = { kind: 'log', mediaType: 'application/json', name: 'bent', extension: 'json' } as const;
      const told = { format: 'epreuve-picture-boxes/1', picture: { sha256: '' }, boxes: [], outside: '' };
      to.record({ ...item, facts: { boxesOf: id } }, Buffer.from(JSON.stringify(told)));
    };
    const cases: [string, (to: RunRecorder) => void, string][] = [
      ['bare', (to) => recordCapture(to, bare), 'on ne sait pas où sont'],
      ['leaking', (to) => recordCapture(to, leaking), 'hors des rectangles'],
      ['unknown', (to) => recordCapture(to, unknown), 'hors des rectangles'],
      ['other', (to) => recordCapture(to, other), 'autre image'],
      ['bent', bent, 'on ne sait pas où sont'],
    ];
    for (const [name, record, why] of cases) {
      const { out, picture } = await redacted(run(name, record));
      expect([name, picture?.outcome, picture?.reason?.fr]).toEqual([name, 'removed', expect.stringContaining(why)]);
      expect(readRun(out).items.filter(({ mediaType }) => mediaType === 'image/png')).toEqual([]);
    }
  },
  120_000,
);
