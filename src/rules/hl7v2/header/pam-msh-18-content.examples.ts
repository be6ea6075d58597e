import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const place = (name: string, charset: string) => adt('A28', { 'PID-23': name, 'MSH-18': charset });
const latin = (name: string, charset: string) => Buffer.from(place(name, charset), 'latin1');

export const examples: Examples = {
  passed: [
    { title: 'UTF-8', message: place('Orléans', 'UNICODE UTF-8') },
    { title: '8859/15', message: latin('Orléans', '8859/15') },
    { title: 'no accent at all', message: adt('A28') },
    { title: 'nothing announced: PAM-MSH-18 says so', message: place('Orléans', '') },
  ],
  failed: [
    {
      title: 'ISO 8859 bytes announced as UTF-8',
      message: latin('Orléans', 'UNICODE UTF-8'),
      findings: [{ messageId: 'undecodable', path: 'PID-23', severity: 'error' }],
    },
    {
      title: 'Windows-1252 bytes announced as ISO 8859-15',
      message: latin('Orl\u00e9ans \u0092', '8859/15'),
      findings: [{ messageId: 'controlBytes', path: 'PID-23', severity: 'error' }],
    },
    {
      title: 'UTF-8 bytes announced as ISO 8859-15: readable, hence a warning',
      message: place('Orléans', '8859/15'),
      findings: [{ messageId: 'looksLikeUtf8', path: 'MSH-18', severity: 'warning' }],
    },
    {
      title: 'UTF-8 bytes that give control characters in ISO 8859-15',
      message: place('À bord', '8859/15'),
      findings: [{ messageId: 'looksLikeUtf8', path: 'MSH-18', severity: 'error' }],
    },
  ],
};
