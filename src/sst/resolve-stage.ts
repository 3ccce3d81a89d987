import type { Stage } from './deployment.ts';

/** All that SST looks at to determine the stage, in the order in which it looks. */
export interface StageSources {
  /** The input `stage`: what the workflow gives to `sst --stage`, and what is exported as SST_STAGE. */
  readonly input?: string | undefined;
  /** Whether the input was `auto`, and what is given here was derived from the event. */
  readonly fromEvent?: boolean | undefined;
  /** SST_STAGE as the next step will see it, `.env` in the working directory included. */
  readonly variable?: string | undefined;
  /** The text of `.sst/stage` beside the config. */
  readonly personal?: string | undefined;
  /** The name of the user that the job runs as. */
  readonly login?: string | undefined;
}

/** How the search for the stage ended. */
export type ResolvedStage =
  | { readonly kind: 'valid'; readonly stage: Stage }
  /** SST refuses it: it has characters that are not allowed in a stage. */
  | { readonly kind: 'invalid'; readonly stage: Stage }
  /** SST would stop and ask. */
  | { readonly kind: 'unknown'; readonly login?: string };

/** Login names that SST does not make a stage of. */
const ASKED_FOR = new Set(['', 'root', 'admin', 'prod', 'dev', 'production']);

/** Determines the stage as SST 4.17.1 does (measured): the first source that is not empty decides, valid or not. */
export function resolveStage({ input, fromEvent, variable, personal, login }: StageSources): ResolvedStage {
  if (input) return checked({ name: input, from: fromEvent ? 'event' : 'input' });
  if (variable) return checked({ name: variable, from: 'SST_STAGE' });
  const kept = personal?.trim();
  if (kept) return checked({ name: kept, from: '.sst/stage' });
  const guess = (login ?? '').toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
  if (ASKED_FOR.has(guess)) return { kind: 'unknown', ...(login ? { login } : {}) };
  return { kind: 'valid', stage: { name: guess, from: 'login name' } };
}

function checked(stage: Stage): ResolvedStage {
  return { kind: /[^a-zA-Z0-9-]/.test(stage.name) ? 'invalid' : 'valid', stage };
}
