import type { Transport } from './aws/access.ts';
import { githubToken } from './credentials/oidc.ts';
import { planSession } from './credentials/plan.ts';
import type { Source } from './credentials/source.ts';
import { runner } from './github/commands.ts';
import type { TokenService } from './github/id-token.ts';
import { openJournal, type Section } from './github/log.ts';
import { type Inputs, readInputs, secretsIn } from './inputs/inputs.ts';
import { GROUPS } from './report/log-messages.ts';

/** What the step knows, and has under way, before the job begins. */
export interface Step {
  /** As the runner gave it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends every request under way. */
  readonly stop: AbortController;
  /** The log's groups, in the order of GROUPS. */
  readonly logs: readonly [project: Section, credentials: Section, bootstrap: Section];
  /** Absent where they cannot be understood. */
  readonly inputs?: Inputs;
  /** What follows from the inputs alone; or why they cannot be meant. */
  readonly plan: Plan | { readonly refused: unknown };
}

export interface Plan {
  readonly inputs: Inputs;
  readonly source: Source;
  readonly transport: Transport;
  /** GitHub's token for the job: one request, however often this is called. */
  readonly idToken: (service: TokenService) => Promise<string>;
  /** Whether that request is on its way. */
  readonly asking: boolean;
}

/**
 * Reads the inputs, and where they ask for a session by OIDC sends the request for the token at once: it is the first
 * of those that wait for one another, so all the rest can be loaded while it is on its way. Whatever can be refused
 * without a request is refused before it.
 */
export function beginStep(environment: NodeJS.ProcessEnv): Step {
  const begun = { environment, stop: new AbortController(), logs: openJournal(runner, GROUPS) };
  // What the job's AWS_PROFILE names is SST's business, checked by the guard; it must not divert the action's own
  // requests (the SDK reads endpoints and regions from the profile).
  delete process.env['AWS_PROFILE'];
  for (const secret of secretsIn(environment)) runner.mask(secret);
  let inputs: Inputs | undefined;
  try {
    inputs = readInputs(environment);
    return { ...begun, inputs, plan: planOf(inputs, begun) };
  } catch (refused) {
    return { ...begun, ...(inputs ? { inputs } : {}), plan: { refused } };
  }
}

function planOf(
  inputs: Inputs,
  { environment, stop, logs }: Pick<Step, 'environment' | 'stop' | 'logs'>,
): Plan {
  const [, credentialsLog, bootstrapLog] = logs;
  const source = planSession(inputs.credentials, environment, runner.mask);
  const transport = {
    signal: stop.signal,
    trace: (line: string) => (credentialsLog.ended ? bootstrapLog : credentialsLog).debug(line),
    proxy: inputs.proxy,
  };
  let token: Promise<string> | undefined;
  const idToken = (service: TokenService) => {
    const request = { ...inputs.credentials, transport, mask: runner.mask, log: credentialsLog };
    token ??= githubToken(request, service);
    return token;
  };
  // Who keeps the credentials that there are, needs a token only where there are none.
  const service =
    inputs.credentials.useExistingCredentials || source.kind !== 'oidc' ? undefined : source.service;
  if (service) idToken(service).catch(() => {}); // Thrown where the token is exchanged.
  return { inputs, source, transport, idToken, asking: service !== undefined };
}
