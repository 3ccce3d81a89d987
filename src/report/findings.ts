import type { BootstrapReport } from '../bootstrap/status.ts';
import type { Session } from '../credentials/session.ts';
import type { Problem } from '../failure.ts';
import type { Deployment } from '../sst/deployment.ts';

/** All that the step has found out so far. */
export interface Findings {
  deployment?: Deployment;
  session?: Session;
  bootstrap?: BootstrapReport;
  /** The names of the variables exported; absent while nothing is. */
  exported?: readonly string[];
  /** Why the step stopped. */
  problem?: Problem;
  /** Whether the account id is a secret in this workflow (`mask-aws-account-id`). */
  maskAccount?: boolean;
}

/** The warnings of every stage, in the stages' order. */
export function warningsOf({ deployment, session, bootstrap }: Findings): readonly Problem[] {
  return [deployment, session, bootstrap].flatMap(stage => stage?.warnings ?? []);
}
