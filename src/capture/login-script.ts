import type { Page } from 'playwright-core';
import { z } from 'zod';
import { makeError } from '../core/index.js';

const SELECTOR = z.string().min(1);

/** One gesture. What is typed comes from an environment variable, so that no script holds a password. */
const LOGIN_ACTION = z.union([
  z.strictObject({ goto: z.string().min(1) }),
  z.strictObject({ fill: SELECTOR, env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
  z.strictObject({ click: SELECTOR }),
  z.strictObject({ wait: SELECTOR }),
]);

/** Shape of a login script: a list of gestures, done in order before the page is captured. */
export const LOGIN_SCRIPT = z.array(LOGIN_ACTION).max(100);

export type LoginScript = z.infer<typeof LOGIN_SCRIPT>;
type LoginAction = LoginScript[number];

/** Checks a script read from a file. Throws `bad-login-script` naming the place. */
export function readLoginScript(value: unknown, file: string): LoginScript {
  const parsed = LOGIN_SCRIPT.safeParse(value);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path[0];
  throw makeError('bad-login-script', { file, step: typeof at === 'number' ? at + 1 : 1 });
}

/**
 * Values of the variables a script names, read before the browser starts. Throws `variable-missing`. They go to the
 * page and nowhere else.
 */
export function loginValues(
  script: LoginScript,
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const action of script) {
    if (!('env' in action)) continue;
    const value = environment[action.env];
    if (value === undefined) throw makeError('variable-missing', { variable: action.env });
    values.set(action.env, value);
  }
  return values;
}

/** Does what the script says. Throws `login-failed` with the number of the gesture; never a value. */
export async function logIn(
  page: Page,
  script: LoginScript,
  values: ReadonlyMap<string, string>,
  baseUrl: string,
): Promise<void> {
  for (const [index, action] of script.entries()) {
    try {
      await perform(page, action, values, baseUrl);
    } catch {
      // The browser's own message may quote what was typed: it is not kept, not even as a cause.
      throw makeError('login-failed', { step: index + 1, action: describe(action) });
    }
  }
}

async function perform(
  page: Page,
  action: LoginAction,
  values: ReadonlyMap<string, string>,
  baseUrl: string,
): Promise<void> {
  if ('goto' in action) await page.goto(new URL(action.goto, baseUrl).href);
  else if ('fill' in action) await page.locator(action.fill).fill(values.get(action.env) ?? '');
  else if ('click' in action) await page.locator(action.click).click();
  else await page.locator(action.wait).waitFor();
}

function describe(action: LoginAction): string {
  if ('goto' in action) return `goto ${action.goto.split(/[?#]/)[0]}`;
  if ('fill' in action) return `fill ${action.fill}`;
  return 'click' in action ? `click ${action.click}` : `wait ${action.wait}`;
}
