import type { BootstrapReport, RegionCheck } from '../bootstrap/status.ts';
import type { Session } from '../credentials/session.ts';
import type { Problem } from '../failure.ts';
import type { Deployment, ProfileCheck } from '../sst/deployment.ts';
import { NOT_CHECKED } from '../sst/guard-messages.ts';
import type { StageReport } from '../stage/stage.ts';

/** All that the step has found out so far. */
export interface Findings {
  deployment?: Deployment;
  session?: Session;
  bootstrap?: BootstrapReport;
  stage?: StageReport;
  /** The bootstrap of the other regions in `bootstrap-regions`. */
  bootstrapRegions?: readonly RegionCheck[];
  /** The names of the variables exported; absent while nothing is. */
  exported?: readonly string[];
  problem?: Problem;
  maskAccount?: boolean;
}

/** The verdict on profiles: without a session there are no credentials that SST could use. */
export function profileCheckOf({ deployment, session, problem }: Findings): ProfileCheck {
  if (!deployment) return { verdict: 'not checked', reason: NOT_CHECKED.stopped };
  if (problem && !session && deployment.profile.verdict === 'none') {
    return { verdict: 'not checked', reason: NOT_CHECKED.noCredentials };
  }
  return deployment.profile;
}

/** The notices or warnings of every part of the job, in the order of the parts. */
export function problemsOf(findings: Findings, kind: 'notices' | 'warnings'): Problem[] {
  const { deployment, session, bootstrap, bootstrapRegions = [], stage } = findings;
  const regions = bootstrapRegions.map(({ report }) => report);
  type Part = Partial<Pick<StageReport, 'notices' | 'warnings'>> | undefined;
  const parts: Part[] = [deployment, session, bootstrap, ...regions, stage];
  return parts.flatMap(part => part?.[kind] ?? []);
}
