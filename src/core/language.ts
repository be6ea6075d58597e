/** Every text shown to a person exists in both languages; a test demands it. */

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Text = Readonly<Record<Language, string>>;

/** Values put into a message template. They may hold personal data: renderers mask them unless asked. */
export type MessageData = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * Replaces `{name}` by the value of that name. Unknown names stay visible, so that a wrong template is seen.
 * Lists are joined by commas.
 */
export function fillTemplate(template: string, data: MessageData = {}): string {
  return template.replace(/\{([a-zA-Z0-9_]+)\}/g, (whole, name: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value.join(', ') : String(value);
  });
}

/** French unless the locale says otherwise: the users are French vendors. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale !== undefined && /^en/i.test(locale) ? 'en' : 'fr';
}
