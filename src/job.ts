import { setTimeout } from 'node:timers/promises';
import { checkBootstrap, preloadCheck } from './bootstrap/index.ts';
import { obtainSession } from './credentials/index.ts';
import { assumeOnwards } from './credentials/onwards.ts';
import { Failure } from './failure.ts';
import { exportSession } from './github/export.ts';
import { files } from './github/files.ts';
import { setBootstrapOutputs, setDeploymentOutputs, setIdentityOutputs } from './github/outputs.ts';
import { runner } from './github/runner.ts';
import { outOfTime, problemOf } from './messages/ending.ts';
import { readyLine } from './messages/log.ts';
import { type Findings, warningsOf } from './report/findings.ts';
import { readSite } from './report/site.ts';
import { renderSummary } from './report/summary.ts';
import { inspectDeployment } from './sst/index.ts';
import type { Plan, Step } from './step.ts';

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
    whileAsking: () => preloadCheck(inputs.bootstrap),
  });
  arrival.catch(() => {}); // Awaited below, unless the inspection fails first.

  const deployment = await inspection;
  findings.deployment = deployment;
  setDeploymentOutputs(deployment);
  projectLog.end();
  if (deployment.failure) throw deployment.failure;

  const session = await arrival;
  findings.session = session;
  setIdentityOutputs(session.identity);
  credentialsLog.end();

  // Where SST assumes further roles, the bootstrap is that of the account in which it ends.
  const { keys, identity } = session;
  const onwards = await assumeOnwards({
    ...inputs.credentials,
    access: { keys, identity, region: deployment.region.name, transport },
    roles: inputs.bootstrap === 'skip' ? [] : deployment.assumeRoles,
    mask: runner.mask,
    log: bootstrapLog,
  });
  if (onwards.problem) {
    findings.deployment = { ...deployment, warnings: [...deployment.warnings, onwards.problem] };
  }
  const bootstrap = await checkBootstrap({
    mode: deployment.usesAws && !onwards.problem ? inputs.bootstrap : 'skip',
    access: onwards.access,
    deployment,
    log: bootstrapLog,
  });
  findings.bootstrap = bootstrap;
  setBootstrapOutputs(bootstrap);
  bootstrapLog.end();
  if (bootstrap.failure) throw bootstrap.failure;

  stop.signal.throwIfAborted();
  findings.exported = exportSession(session, deployment, inputs);
}

/** Runs the job within the time it has, tells how it ended, and ends the process. */
export async function runJob(step: Step): Promise<void> {
  const { environment, stop, logs, inputs, plan } = step;
  const findings: Findings = { maskAccount: inputs?.credentials.maskAccountId ?? false };
  try {
    if ('refused' in plan) throw plan.refused;
    await Promise.race([job(step, plan, findings), expiry(plan.inputs.timeoutSeconds)]);
  } catch (error) {
    findings.problem = problemOf(error);
    stop.abort();
    if (error instanceof Error && error.cause) runner.debug(String(error.cause));
  }
  for (const section of logs) section.end();
  for (const notice of findings.deployment?.notices ?? []) runner.notice(notice);
  for (const warning of warningsOf(findings)) runner.warning(warning);
  if (findings.problem) runner.error(findings.problem);
  else runner.info(readyLine(findings));
  await files.summary(renderSummary(findings, readSite(environment)));
  if (inputs?.comment) {
    const { commentOnPullRequest } = await import('./report/pull-request.ts');
    await commentOnPullRequest(findings, inputs, environment);
  }
  // Requests may still be under way; what was printed must be out first (a pipe is not synchronous everywhere).
  process.stdout.write('', () => process.exit(findings.problem ? 1 : 0));
}

/** Never ends well: throws when the step has run for that many seconds; 0 for never. */
async function expiry(seconds: number): Promise<never> {
  if (seconds === 0) return new Promise(() => {});
  await setTimeout(seconds * 1000);
  throw new Failure(outOfTime(seconds));
}
