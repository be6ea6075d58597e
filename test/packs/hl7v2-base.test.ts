import { loadPack } from '../../src/packs/index.js';

describe.each(['2.3.1', '2.5', '2.5.1', '2.6'])('hl7v2-base %s', (version) => {
  it('compiles, with rows that point at known types and tables', async () => {
    const pack = await loadPack(`hl7v2-base@${version}`);
    expect(pack.reference.version).toBe(version);
    expect(pack.hl7v2?.baseVersion).toBe(version);
    expect(pack.hl7v2?.segments.PID?.fields[3]).toMatchObject({
      id: 'PID-3',
      type: 'CX',
      usage: 'R',
      min: 1,
      max: null,
    });
    expect(pack.hl7v2?.grammars.ADT_A01?.text).toContain('EVN PID PD1?');
  });
});
