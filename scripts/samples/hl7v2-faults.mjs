// Samples with one fault each: `{ name, content, fault, rules }`.
import { ACCENTED, batch, framed, latin9, NO_INS, numbered, withDelimiters } from './pieces.mjs';

export function makeFaults({ adt, ack }) {
  return [...identityFaults(adt), ...encounterFaults(adt), ...headerFaults({ adt, ack }), ...fileFaults(adt)];
}

function identityFaults(adt) {
  const fault = (name, edits, fr, en, rules, event = 'A28') => ({
    name,
    content: adt(event, edits),
    fault: { fr, en },
    rules,
  });
  return [
    fault(
      'ADT_A05-A28-ins-key-warning',
      { 'PID-3[2].1': '279035121518988' },
      'La clé du matricule INS est fausse',
      'The key of the INS number is wrong',
      ['PAM-PID-3-INS-KEY'],
    ),
    fault(
      'ADT_A05-A28-ins-format-error',
      { 'PID-3[2].1': '27903512151898' },
      'Le matricule INS a 14 caractères',
      'The INS number has 14 characters',
      ['PAM-PID-3-INS-FORMAT'],
    ),
    fault(
      'ADT_A05-A28-prov-with-ins-error',
      { 'PID-32': 'PROV' },
      'L’INS est envoyée avec une identité provisoire',
      'The INS is sent with a provisional identity',
      ['PAM-PID-3-INS-STATUS'],
    ),
    fault('ADT_A05-A28-no-pid-32-error', { 'PID-32': '', ...NO_INS }, 'PID-32 manque', 'PID-32 is missing', [
      'PAM-PID-32-PRESENT',
    ]),
    fault(
      'ADT_A05-A28-pid-32-unknown-error',
      { 'PID-32': 'VALI~CERT' },
      'PID-32 porte un code hors de la table 0445',
      'PID-32 holds a code outside table 0445',
      ['PAM-PID-32-TABLE'],
    ),
    fault(
      'ADT_A05-A28-sex-error',
      { 'PID-8': 'O', 'PID-32': 'PROV', ...NO_INS },
      'Le code de sexe O a été retiré',
      'Sex code O was removed',
      ['PAM-PID-8'],
    ),
    fault(
      'ADT_A05-A28-no-birth-name-error',
      { 'PID-5': 'PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^D', 'PID-32': 'PROV', ...NO_INS },
      'Le nom de naissance (type L) manque',
      'The birth name (type L) is missing',
      ['PAM-PID-5-L'],
    ),
    fault(
      'ADT_A05-A28-birth-date-error',
      { 'PID-7': '19790231' },
      'La date de naissance n’existe pas',
      'The birth date does not exist',
      ['hl7v2/data-type-format'],
    ),
    fault(
      'ADT_A05-A31-identifier-type-warning',
      { 'PID-3[1].5': 'XX' },
      'Un identifiant a un type inconnu',
      'An identifier has an unknown type',
      ['PAM-PID-3-TYPE'],
      'A31',
    ),
  ];
}

function encounterFaults(adt) {
  const fault = (name, event, edits, fr, en, rules) => ({ name, content: adt(event, edits), fault: { fr, en }, rules });
  return [
    fault(
      'ADT_A01-A01-zbe-9-error',
      'A01',
      { 'ZBE-9': 'X' },
      'ZBE-9 n’est pas dans sa table',
      'ZBE-9 is not in its table',
      ['PAM-ZBE-9'],
    ),
    fault(
      'ADT_A01-A01-zbe-3-error',
      'A01',
      { 'ZBE-3': '20260106101500' },
      'ZBE-3 n’est plus utilisé et porte une date',
      'ZBE-3 is not used any more and holds a date',
      ['PAM-ZBE-3'],
    ),
    fault(
      'ADT_A01-A01-zbe-4-error',
      'A01',
      { 'ZBE-4': 'CANCEL', 'ZBE-6': 'A01' },
      'Une admission annonce CANCEL',
      'An admission announces CANCEL',
      ['PAM-ZBE-4-EVENT'],
    ),
    fault('ADT_A01-A01-no-movement-error', 'A01', { ZBE: null }, 'Le segment ZBE manque', 'Segment ZBE is missing', [
      'PAM-SEG-REQUIRED',
    ]),
    fault(
      'ADT_A01-A01-no-visit-number-error',
      'A01',
      { 'PV1-19': '' },
      'Le numéro de venue manque',
      'The visit number is missing',
      ['PAM-PV1-19'],
    ),
    fault(
      'ADT_A09-A11-not-cancel-error',
      'A11',
      { 'ZBE-4': 'INSERT', 'ZBE-6': '' },
      'Une annulation annonce INSERT',
      'A cancellation announces INSERT',
      ['PAM-ZBE-4-EVENT'],
    ),
  ];
}

function headerFaults({ adt, ack }) {
  const fault = (name, content, fr, en, rules) => ({ name, content, fault: { fr, en }, rules });
  return [
    fault(
      'ADT_A01-A08-excluded-error',
      adt('A01', { 'MSH-9': 'ADT^A08^ADT_A01', ZBE: null, ZFD: null }),
      'A08 est exclu en France',
      'A08 is excluded in France',
      ['PAM-MSH-9-A08'],
    ),
    fault('ADT_A05-A28-no-control-id-error', adt('A28', { 'MSH-10': '' }), 'MSH-10 manque', 'MSH-10 is missing', [
      'PAM-MSH-10',
    ]),
    fault(
      'ADT_A05-A28-structure-error',
      adt('A28', { 'MSH-9': 'ADT^A28^ADT_A28' }),
      'MSH-9.3 ne nomme pas la structure de A28',
      'MSH-9.3 does not name the structure of A28',
      ['PAM-MSH-9-3'],
    ),
    fault(
      'ADT_A05-A31-utf-8-declared-8859-15-error',
      latin9(adt('A31', ACCENTED)),
      'Des octets 8859/15 sous MSH-18 UNICODE UTF-8',
      '8859/15 bytes under MSH-18 UNICODE UTF-8',
      ['PAM-MSH-18-CONTENT'],
    ),
    fault(
      'ADT_A05-A28-custom-delimiters-error',
      withDelimiters(adt('A28')),
      'Les séparateurs ne sont pas ceux que la France impose',
      'The separators are not those France requires',
      ['PAM-MSH-1-2'],
    ),
    fault(
      'ADT_A05-A28-line-feeds-warning',
      adt('A28').replaceAll('\r', '\n'),
      'Les segments se terminent par LF',
      'Segments end with LF',
      ['PAM-MLLP-SEGSEP'],
    ),
    fault(
      'ADT_A05-A28-2.3.1-sender-warning',
      adt('A28', { 'MSH-12': '2.3.1', 'MSH-21': '' }),
      'Un émetteur 2.3.1 sans profil français',
      'A 2.3.1 sender without the French profile',
      ['PAM-MSH-12-VERSION'],
    ),
    fault(
      'ACK-A28-no-msa-error',
      ack('A28', { MSA: null }),
      'L’acquittement n’a pas de segment MSA',
      'The acknowledgement has no MSA segment',
      ['PAM-SEG-REQUIRED'],
    ),
  ];
}

function fileFaults(adt) {
  const fault = (name, content, fr, en) => ({ name, content, fault: { fr, en }, rules: ['hl7v2/file-well-formed'] });
  const two = [adt('A28'), numbered(adt('A31'), 2)];
  return [
    fault(
      'ADT-A28-A31-batch-count-error',
      batch(two, 3),
      'BTS-1 annonce trois messages, le lot en tient deux',
      'BTS-1 announces three messages, the batch holds two',
    ),
    fault(
      'ADT-A28-A31-batch-no-trailer-warning',
      batch(two, 2).replace(/BTS.*\rFTS.*\r/, ''),
      'Le lot n’est pas fermé',
      'The batch is not closed',
    ),
    fault(
      'ADT-A28-mllp-cut-error',
      framed(two[0]) + framed(two[1]).slice(0, -2),
      'Le dernier bloc MLLP n’a pas de fin',
      'The last MLLP block has no end',
    ),
    fault(
      'ADT-A28-mllp-two-in-frame-error',
      framed(two.join('')),
      'Deux messages dans un bloc MLLP',
      'Two messages in one MLLP block',
    ),
    fault(
      'ADT-A28-junk-between-error',
      `${framed(two[0])}hello${framed(two[1])}`,
      'Des octets entre deux blocs MLLP',
      'Bytes between two MLLP blocks',
    ),
  ];
}
