import { choosePack } from '../../src/packs/index.js';

const adt = { type: 'ADT', event: 'A28', version: '2.5' };

describe('choosePack', () => {
  it.each([
    ['MSH-12.2 and 12.3', { ...adt, msh12_2: 'FRA', msh12_3: '2.11' }, 'ihe-pam-fr'],
    ['MSH-21', { ...adt, version: '2.3.1', msh21: ['2.11^IHE_FRANCE-2.11-PAM'] }, 'ihe-pam-fr'],
    ['MSH-21 of another profile', { ...adt, msh21: 'ITI-30^IHE' }, 'pam-dmn'],
    ['an older French version', { ...adt, msh12_2: 'FRA', msh12_3: '2.9' }, 'ihe-pam-fr'],
    ['no declaration, 2.3.1', { ...adt, version: '2.3.1' }, 'pam-dmn'],
    ['no declaration, 2.4', { ...adt, version: '2.4' }, 'pam-dmn'],
    ['no version at all', { ...adt, version: '' }, 'pam-dmn'],
    ['an ACK that declares', { ...adt, type: 'ACK', msh12_2: 'FRA', msh12_3: '2.11' }, 'ihe-pam-fr'],
    ['an ACK that does not', { ...adt, type: 'ACK' }, 'pam-dmn'],
    ['another type', { type: 'ORU', event: 'R01', version: '2.5.1' }, 'hl7v2-base@2.5.1'],
    [
      'another type that mentions France',
      { type: 'ORU', event: 'R01', version: '2.5', msh12_2: 'FRA' },
      'hl7v2-base@2.5',
    ],
  ])('chooses by %s', (_, facts, expected) => {
    expect(choosePack(facts).packId).toBe(expected);
  });

  it.each(['2.2', '2.6', ''])(
    'judges an ADT of version %j all the same: the version is then the finding',
    (version) => {
      expect(choosePack({ ...adt, version }).packId).toBe('pam-dmn');
    },
  );

  it('chooses nothing for another message in a version without a dictionary, and says why', () => {
    const { packId, why } = choosePack({ ...adt, type: 'MDM', version: '2.8' });
    expect(packId).toBeUndefined();
    expect(why.fr).toContain('2.8');
    expect(why.en).toContain('2.8');
  });

  it('repeats nothing of a header that is not a version', () => {
    expect(choosePack({ type: 'MDM', event: 'T02', version: 'DUPONT' }).why.en).not.toContain('DUPONT');
  });
});
