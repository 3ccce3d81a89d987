import type { Claims } from '../credentials/token.ts';
import type { Problem } from '../failure.ts';

/** A role that STS did not give to a web identity token. */
export function tokenRefused(role: string, said: string, claims: Claims): Problem {
  return {
    title: 'The role was refused',
    what: `AWS does not let this job assume ${role}: ${said}. Nothing was exported.\nThe token says: sub ${claims.sub}, aud ${claims.aud}.`,
    next: "Let the role's trust policy take this sub and aud.",
  };
}

/** Keys that STS did not take, or did not give the role to. */
export function keysRefused(role: string | undefined, said: string, name: string): Problem {
  return {
    title: role === undefined ? 'The credentials were refused' : 'The role was refused',
    what: `AWS does not take ${name}${role === undefined ? '' : ` to assume ${role}`}: ${said}. Nothing was exported.`,
  };
}

/** The special characters' work-around did not find a key without. */
export function noPlainKeys(rounds: number): Problem {
  return {
    title: 'No keys without special characters',
    what: `STS was asked ${rounds} times (\`special-characters-workaround\`), and each secret access key had a special character. Nothing was exported.`,
    next: 'Run the job again, or take the input away.',
  };
}
