// ORU and MDM messages that carry the CR-BIO documents of samples/cda, one fault each.
const IPP = 'IPP-0042^^^GAM-SIM&1.2.250.1.999.1.1.7&ISO^PI';
const ID = '1.2.250.1.999.1.1.9.1001';

/** Name by outcome, text, and for a fault the rules that say so at warning or error. */
export function makeMessages({ oru, mdm }, { level1, level3 }) {
  const pair = (edits = {}, acts = []) =>
    oru(
      [
        { text: level1, act: acts[0] },
        { text: level3, act: acts[1] },
      ],
      { 'PID-3[1]': IPP, ...edits },
    );
  const one = (event, edits = {}) => mdm(event, level1, { 'PID-3[1]': IPP, 'TXA-12': ID, ...edits });
  return [
    { name: 'ORU-R01-pair-valid', text: pair() },
    { name: 'ORU-R01-pair-deleted-valid', text: pair({}, ['D', 'D']) },
    { name: 'ORU-R01-other-ins-error', text: pair({ 'PID-3[2].1': '100999999999996' }), rules: ['CDA-MSG-006'] },
    { name: 'ORU-R01-other-code-error', text: pair({ 'OBX-3.1': '34133-9' }), rules: ['CDA-MSG-003'] },
    { name: 'ORU-R01-half-deleted-error', text: pair({}, ['F', 'D']), rules: ['CDA-MSG-004'] },
    { name: 'ORU-R01-bad-base64-error', text: pair({ 'OBX-5.5': 'PENsaW5p*2Fs' }), rules: ['CDA-MSG-001'] },
    { name: 'MDM-T02-valid', text: one('T02') },
    { name: 'MDM-T04-valid', text: one('T04') },
    { name: 'MDM-T02-other-id-error', text: one('T02', { 'TXA-12': `${ID}.7` }), rules: ['CDA-MSG-005'] },
    { name: 'MDM-T10-replaces-nothing-error', text: one('T10'), rules: ['CDA-MSG-004'] },
  ];
}
