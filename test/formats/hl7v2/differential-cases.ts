/** Synthetic messages, one difficulty each, for parsers to disagree about. CR between segments unless the name says so. */
const MSH = (charset = 'UNICODE UTF-8') =>
  `MSH|^~\\&|GAM-SIM|ETAB-SIM|DMN-SUT|EDITEUR|20260105101501||ADT^A01^ADT_A01|HARN-0001|T|2.5^FRA^2.11|||||FRA|${charset}|FR`;

const FRENCH = [
  MSH(),
  'EVN||20260105101501||||20260105101501',
  'PID|1||T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F|||^^^^^^BDL^^63220',
  'PV1|1|I|2100^101^A^GAM-SIM&1.2.250.1.999.1&ISO',
  'ZBE|M0001^GAM-SIM^1.2.250.1.999.1^ISO|20260105101501||INSERT|N||^^^^^GAM-SIM&1.2.250.1.999.1&ISO^UF^^^2100||HMS',
];

export const CASES: Readonly<Record<string, string>> = {
  french: FRENCH.join('\r'),
  'line feed': FRENCH.slice(0, 2).join('\n'),
  'carriage return line feed': FRENCH.slice(0, 3).join('\r\n'),
  'final terminator': `${FRENCH.slice(0, 3).join('\r')}\r`,
  accents: `${MSH()}\rPID|1||T0001^^^A||PAT-TROIS^HÉLÈNE €`,
  'standard escapes': `${MSH()}\rNTE|1||a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f`,
  'escapes of formatted text': `${MSH()}\rNTE|1||a\\.br\\b\\H\\c\\N\\d`,
  'hexadecimal and local escapes': `${MSH()}\rNTE|1||\\X41\\ \\Z01\\`,
  'backslashes that are no escape': `${MSH()}\rNTE|1||C:\\dir\\file`,
  'null and empty': `${MSH()}\rPID|1||""||""^A^^||||`,
  'time stamp with zero seconds': `${MSH()}\rEVN||20260105101500\rPID|1||T0001^^^A||A^B||1980`,
  'custom separators': 'MSH$%@!*$GAM$E$D$F$20260105101501$$ADT%A01$1$T$2.5\rPID$1$$1%%%A*1.2*ISO%PI@2',
  'unknown Z segment': `${MSH()}\rZZZ|a^b&c~d|e`,
  'blank line': `${MSH()}\r\rPID|1||T0001^^^A`,
  'line feed inside a value': `${MSH()}\rNTE|1||un\ndeux`,
  'repetitions and empty parts': `${MSH()}\rPID|1||~A^^&x~||^B~~C`,
  'more fields than the standard': `${MSH()}\rNTE|1|L|a|b|c|d|e|f|g|h`,
  'header only': 'MSH|^~\\&|GAM',
  'second header': `${MSH()}\rPID|1\r${MSH()}\rPID|2`,
  '8859/15': `${MSH('8859/15')}\rPID|1||T0001^^^A||HÉLÈNE`,
};
