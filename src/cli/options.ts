import { makeError } from '../judge.js';

/** Whole number option; throws `bad-option`. */
export function readNumber(
  options: Record<string, unknown>,
  name: string,
  command: string,
  range: readonly [number, number],
): number {
  const value = Number(options[name]);
  const [lowest, highest] = range;
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw makeError('bad-option', {
    option: `--${dashed(name)}`,
    reason: `${String(options[name])} (${lowest}…${highest})`,
    command,
  });
}

export function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function optionalText(options: Record<string, unknown>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function texts(options: Record<string, unknown>, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** `host:port`, `[::1]:port`; throws `bad-option`. */
export function readAddress(options: Record<string, unknown>, command: string): { host: string; port: number } {
  const value = optionalText(options, 'to') ?? '';
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s]+)):(\d{1,5})$/.exec(value);
  const port = Number(match?.[3]);
  if (!match || port < 1 || port > 65_535) {
    throw makeError('bad-option', {
      option: '--to',
      reason: value === '' ? 'host:port' : `${value} (host:port)`,
      command,
    });
  }
  return { host: match[1] ?? match[2] ?? '', port };
}
