// What is said of a config that is evaluated, and what `app()` has to return: parts of sentences, for
// ../guard-messages.ts and ../messages.ts.

export const NO_APP = 'the config has no default export with an app() function';
export const NEVER_SETTLES = 'it waits for a promise that never resolves';

/** What a property of what `app()` returns takes: "Write …". */
export const APP_TAKES = {
  providers: 'an object',
  aws: "an object, or a provider's version as a text",
  profile: 'a text',
  roleArn: "a role's ARN",
  sessionName: '2 to 64 characters out of letters, digits and _+=,.@-',
} as const;
