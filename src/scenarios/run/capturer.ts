import { capturePage } from '../../capture/index.js';
import { isEpreuveError, type Language } from '../../core/index.js';
import type { Target } from '../target/target.js';
import type { Capturer } from './play.js';

/** Pictures of the target's pages with the browser of this machine; what is missing is said, never drawn. */
export function makeCapturer(
  { web }: Pick<Target, 'web'>,
  { environment, language }: { environment: Readonly<Record<string, string | undefined>>; language: Language },
): Capturer {
  return async ({ url, selector }) => {
    const shot = {
      url,
      ...(selector !== undefined && { selector }),
      ...(web?.masks && { masks: web.masks }),
      ...(web?.personal && { personal: web.personal }),
      ...(web?.login && { login: web.login }),
      ...(web?.waitFor !== undefined && { waitFor: web.waitFor }),
      fullPage: true,
    };
    try {
      return await capturePage(shot, { environment, locale: language });
    } catch (error) {
      if (!isEpreuveError(error) || error.family === 'defect') throw error;
      const say = (of: Language) => Object.values(error.describe(of)).filter(Boolean).join('. ');
      return { missing: { fr: say('fr'), en: say('en') } };
    }
  };
}
