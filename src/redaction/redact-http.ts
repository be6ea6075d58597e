import { redactQuery, redactUrl } from './fhir-text.js';
import type { Pseudonyms } from './pseudonyms.js';

const SECRET =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-id-token|x-api-key|.*token.*|.*secret.*|.*session.*)$/i;
/** Replaced by the recorder already: a digest cannot be turned back, and tells two tokens apart. */
const DIGEST = /^\[sha256 [0-9a-f]{16}\]$/;
const DATED = /^(date|last-modified|expires|if-modified-since)$/i;

/** The head of a recorded request or answer; its body is evidence of its own. */
export function redactHttpHead(head: string, pseudonyms: Pseudonyms): string {
  const [start = '', ...lines] = head.split('\n');
  return [startLine(start, pseudonyms), ...lines.map((line) => header(line, pseudonyms))].join('\n');
}

function startLine(line: string, pseudonyms: Pseudonyms): string {
  const [method = '', target = '', ...rest] = line.split(' ');
  if (method.startsWith('HTTP/')) return line;
  return [method, redactTarget(target, pseudonyms), ...rest].join(' ');
}

/** Parts of a path that are those of an API; any other one may be anything. */
const API = /^(|fhir|r4|api|v\d+|metadata|oauth2?|token|authorize|_\w+|\$[\w-]+|[A-Z][A-Za-z]+)$/;

function redactTarget(target: string, pseudonyms: Pseudonyms): string {
  const [path = '', ...query] = target.split('?');
  const parts = path.split('/').map((part) => (API.test(part) ? part : pseudonyms.identifier(part)));
  return [parts.join('/'), ...(query.length > 0 ? [redactQuery(query.join('?'), pseudonyms)] : [])].join('?');
}

function header(line: string, pseudonyms: Pseudonyms): string {
  const at = line.indexOf(':');
  if (at < 0) return pseudonyms.scrub(line);
  const name = line.slice(0, at);
  const [, space = '', value = '', end = ''] = /^(\s*)(.*?)(\r?)$/.exec(line.slice(at + 1)) ?? [];
  return `${name}:${space}${headerValue(name, value, pseudonyms)}${end}`;
}

function headerValue(name: string, value: string, pseudonyms: Pseudonyms): string {
  if (SECRET.test(name)) return DIGEST.test(value) ? value : pseudonyms.secret();
  if (DATED.test(name)) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? '' : new Date(time + pseudonyms.shiftDays * 86_400_000).toUTCString();
  }
  if (/^if-none-exist$/i.test(name)) return redactQuery(value, pseudonyms);
  return /^(location|content-location|referer|origin|link)$/i.test(name)
    ? redactUrl(value, pseudonyms)
    : pseudonyms.scrub(value);
}
