// What the child that evaluates a config says, and what `app()` has to return: parts of sentences, for guard-messages.ts
// and ../messages.ts. Nothing here imports anything: the child is small, and starts before all else.

export const NO_NETWORK = 'the profile guard evaluates sst.config.ts without network and signals';
export const NO_APP = 'the config has no default export with an app() function';
export const NEVER_SETTLES = 'it waits for something that never comes: a promise that nobody settles';
export const NO_ANSWER = 'no answer that could be read';
export const NOT_A_PATH = 'what is no path';

export function outside(what: string): string {
  return `${what} is outside of what the profile guard lets a config read`;
}

export function notFound(specifier: string, importer: string): string {
  return `Cannot find ${JSON.stringify(specifier)}, imported from ${importer}`;
}

/** What a property of what `app()` returns takes: "Write …". */
export const APP_TAKES = {
  providers: 'an object',
  aws: "an object, or a provider's version as a text",
  profile: 'a text',
  roleArn: "a role's ARN",
  sessionName: '2 to 64 characters out of letters, digits and _+=,.@-',
} as const;
