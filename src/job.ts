import { setTimeout } from 'node:timers/promises';
import type { Transport } from './aws/access.ts';
import { type BootstrapReport, skipped } from './bootstrap/status.ts';
import { obtainSession } from './credentials/index.ts';
import type { Session } from './credentials/session.ts';
import { Failure, type Problem } from './failure.ts';
import { outOfTime, problemOf } from './failure-messages.ts';
import { runner } from './github/commands.ts';
import type { Log } from './github/log.ts';
import type { Findings } from './report/findings.ts';
import type { Deployment } from './sst/deployment.ts';
import { afterRefusedRole, inspectDeployment } from './sst/index.ts';
import type { Plan, Step } from './step.ts';

// What the first two requests have no use for is loaded while they are on their way.
const laterParts = {
  connections: () => import('./aws/connections.ts'),
  bootstrap: () => import('./bootstrap/index.ts'),
  onwards: () => import('./credentials/config-roles.ts'),
  ending: () => import('./ending.ts'),
};

/** Runs the job within the time it has, tells how it ended, and ends the process. */
export async function runJob(step: Step): Promise<void> {
  const { inputs, plan, stop } = step;
  const findings: Findings = { maskAccount: inputs?.credentials.maskAccountId ?? false };
  try {
    if ('refused' in plan) throw plan.refused;
    await Promise.race([job(step, plan, findings), expiry(plan.inputs.timeoutSeconds)]);
  } catch (error) {
    findings.problem = problemOf(error);
    stop.abort();
    if (error instanceof Error && error.cause) runner.debug(String(error.cause));
  }
  const { endStep } = await laterParts.ending();
  await endStep(step, findings);
}

/**
 * The job: what will SST do here, with whose credentials, and is the account ready for it? Each finding is reported as
 * soon as it is there, so that a step that fails still says how far it came; only when all are there is anything
 * exported.
 */
async function job({ environment, stop, logs }: Step, plan: Plan, findings: Findings): Promise<void> {
  const [projectLog, credentialsLog, bootstrapLog] = logs;
  const { inputs, transport } = plan;

  // The config is evaluated by a process of its own, beside the requests for the token and the session.
  const inspection = inspectDeployment({
    ...inputs.project,
    bootstrap: inputs.bootstrap,
    environment,
    log: projectLog,
  });
  const arrival = obtainSession({
    ...inputs.credentials,
    ...plan,
    region: inputs.project.region ?? inspection.then(deployment => deployment.region.name),
    environment,
    log: credentialsLog,
    mask: runner.mask,
    whileAsking: async answered => {
      if (inputs.bootstrap !== 'skip') await prepareBootstrap(inspection, transport, answered);
    },
  });
  arrival.catch(() => {}); // Awaited below, unless the inspection fails first.

  const deployment = await inspection;
  const { report, exportSession } = await laterParts.ending();
  findings.deployment = deployment;
  report.deployment(deployment);
  projectLog.end();
  if (deployment.failure) throw deployment.failure;

  const session = await arrival;
  findings.session = session;
  report.identity(session.identity);
  credentialsLog.end();

  const { report: bootstrap, problem } = await bootstrapFor(deployment, session, plan, bootstrapLog);
  if (problem) {
    const profile = afterRefusedRole(deployment.profile);
    findings.deployment = { ...deployment, profile, warnings: [...deployment.warnings, problem] };
  }
  findings.bootstrap = bootstrap;
  report.bootstrap(bootstrap);
  bootstrapLog.end();
  if (bootstrap.failure) throw bootstrap.failure;

  stop.signal.throwIfAborted();
  findings.exported = exportSession(session, deployment, inputs);
}

/**
 * Makes what checks the bootstrap ready while STS answers: it is loaded without waiting for the config, since nearly every
 * project has a bootstrap to check; where it will be asked is connected once the region is known.
 */
async function prepareBootstrap(
  inspection: Promise<Deployment>,
  transport: Transport,
  answered: AbortSignal,
): Promise<void> {
  const connect = async () => {
    const { region, usesAws } = await inspection;
    if (!usesAws || answered.aborted) return;
    const { connectAhead } = await laterParts.connections();
    connectAhead('ssm', region.name, transport);
    connectAhead('ecr', region.name, transport);
  };
  const load = async () => {
    const { prepareCheck } = await laterParts.bootstrap();
    await prepareCheck(transport, answered);
  };
  await Promise.all([connect(), load()]);
}

/**
 * How the bootstrap stands in the account in which SST ends: where the config assumes further roles, it is theirs.
 *
 * @returns what was found; and a problem where those roles could not be assumed, so that nothing was looked for.
 */
async function bootstrapFor(
  deployment: Deployment,
  { keys, identity }: Session,
  { inputs, transport }: Plan,
  log: Log,
): Promise<{ readonly report: BootstrapReport; readonly problem?: Problem }> {
  let access = { keys, identity, region: deployment.region.name, transport };
  if (inputs.bootstrap === 'skip') return { report: skipped(access) };
  const { assumeRoles: roles } = deployment;
  if (roles.length > 0) {
    const { assumeOnwards } = await laterParts.onwards();
    const onwards = await assumeOnwards({ ...inputs.credentials, access, roles, mask: runner.mask, log });
    access = onwards.access;
    if (onwards.problem) return { report: skipped(access), problem: onwards.problem };
  }
  if (!deployment.usesAws) return { report: skipped(access) };
  const { checkBootstrap } = await laterParts.bootstrap();
  return { report: await checkBootstrap({ mode: inputs.bootstrap, access, deployment, log }) };
}

/** Never ends well: throws when the step has run for that many seconds; 0 for never. */
async function expiry(seconds: number): Promise<never> {
  if (seconds === 0) return new Promise(() => {});
  await setTimeout(seconds * 1000);
  throw new Failure(outOfTime(seconds));
}
