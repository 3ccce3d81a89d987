// Errors of a config that is evaluated, which ../evaluation-failure.ts recognises.

export const NO_APP = 'the config has no default export with an app() function';
export const NEVER_SETTLES = 'it waits for a promise that never resolves';
