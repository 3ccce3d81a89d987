import { once } from 'node:events';
import { type Access, accountOf } from './aws/identity.ts';
import { ALL_SERVICES, openTransport } from './aws/transport.ts';
import { checkRegions, type RegionChecks } from './bootstrap/index.ts';
import { skipped } from './bootstrap/status.ts';
import { assumeConfigRoles } from './credentials/assume-role.ts';
import { obtainSession } from './credentials/index.ts';
import { planSession } from './credentials/session.ts';
import { exportSession } from './export.ts';
import { type Problem, problemOf } from './failure.ts';
import { runner } from './github/commands.ts';
import { ownRunUrl } from './github/context.ts';
import { files } from './github/files.ts';
import type { Log } from './github/log.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { outputsOf } from './outputs.ts';
import { type Findings, problemsOf, profileCheckOf } from './report/findings.ts';
import { readLinkContext } from './report/links.ts';
import { profileSentence, readyWords } from './report/messages.ts';
import { commentOnPullRequest } from './report/pull-request.ts';
import { renderSummary } from './report/summary.ts';
import type { Deployment } from './sst/deployment.ts';
import { afterRefusedRole, inspectDeployment } from './sst/guard.ts';
import { checkStage, stageNotChecked } from './stage/index.ts';
import { checkNode, openStep, type Step } from './step.ts';

/** Runs the step within the time that it has, reports how it ended, and ends the process. */
export async function runJob(environment: NodeJS.ProcessEnv): Promise<void> {
  const step = openStep(environment);
  const findings: Findings = {};
  let inputs: Inputs | undefined;
  try {
    checkNode(process.versions.node);
    inputs = readInputs(environment);
    findings.maskAccount = inputs.credentials.maskAccountId;
    step.limit(inputs.timeoutSeconds);
    await Promise.race([job(step, inputs, findings), once(step.interrupted, 'abort')]);
    step.interrupted.throwIfAborted();
  } catch (error) {
    step.stop.abort();
    findings.problem = problemOf(error);
    if (error instanceof Error && error.cause) runner.debug(String(error.cause));
  }
  await finishStep(step, inputs, findings);
}

/**
 * The job: what will SST do here, with whose credentials, and is the account ready for it? Each finding is kept as soon as
 * it is known, so that a step that fails still says how far it came.
 */
async function job({ environment, stop, logs }: Step, inputs: Inputs, findings: Findings): Promise<void> {
  const [projectLog, credentialsLog, bootstrapLog, stageLog] = logs;
  const { project, credentials, bootstrap } = inputs;
  const { mask } = runner;
  const source = planSession(credentials, environment, mask);

  // The project and the credentials do not need each other: both are under way at once.
  const inspection = inspectDeployment({ ...project, bootstrap, environment, log: projectLog });
  const region = project.region ?? inspection.then(deployment => deployment.region.name);
  const transport = openTransport({
    signal: stop.signal,
    proxy: inputs.proxy,
    trace: line => logs.find(log => log !== projectLog && !log.ended)?.debug(line),
    region,
    services: bootstrap === 'skip' ? ['sts'] : ALL_SERVICES,
    otherRegions: bootstrap === 'skip' ? [] : inputs.bootstrapRegions,
    stsEndpoint: credentials.stsEndpoint,
    runUrl: ownRunUrl(environment),
  });
  const request = { ...credentials, source, region, environment, transport, log: credentialsLog, mask };
  const arrival = obtainSession(request);
  arrival.catch(() => {}); // Awaited below, unless the inspection fails first.

  const deployment = await inspection;
  if (credentials.maskAccountId) for (const { roleArn } of deployment.assumeRoles) mask(accountOf(roleArn));
  findings.deployment = deployment;
  projectLog.end();
  if (deployment.failure) throw deployment.failure;

  const session = await arrival;
  findings.session = session;
  credentialsLog.end();

  const access = { ...session, region: deployment.region.name, transport };
  const checked = await bootstrapsFor(deployment, access, inputs, bootstrapLog);
  const { first, others, failure, problem } = checked;
  if (problem) {
    const profile = afterRefusedRole(deployment.profile);
    findings.deployment = { ...deployment, profile, warnings: [...deployment.warnings, problem] };
  }
  findings.bootstrapRegions = others;
  if (first.report) findings.bootstrap = first.report;
  bootstrapLog.end();
  if (failure) throw failure;

  const seen = first.report?.stage;
  const stage = seen
    ? await checkStage({ ...inputs, seen, access: checked.access, session, environment, mask, log: stageLog })
    : stageNotChecked(checked.access, inputs);
  findings.stage = stage;
  stageLog.end();
  if (stage.failure) throw stage.failure;

  const outputs = outputsOf(findings);
  findings.exported = await exportSession(session, deployment, inputs, outputs, stop.signal);
}

/**
 * Checks the bootstrap of the account in which SST will end: if the config assumes further roles, it is theirs.
 *
 * @returns what was found in each region, and the access to that account; and a problem if one of those roles could not be
 * assumed, so that nothing was checked.
 */
async function bootstrapsFor(
  deployment: Deployment,
  session: Access,
  inputs: Inputs,
  log: Log,
): Promise<RegionChecks & { readonly access: Access; readonly problem?: Problem }> {
  const { bootstrap: mode, bootstrapRegions, newStage } = inputs;
  const asking = { ...inputs.credentials, mask: runner.mask, log };
  const roles = mode === 'skip' ? [] : deployment.assumeRoles;
  const { access, problem } = await assumeConfigRoles(asking, roles, session);
  if (mode === 'skip' || problem || !deployment.usesAws)
    return { access, problem, first: { region: access.region, report: skipped(access) }, others: [] };
  return { access, ...(await checkRegions({ mode, newStage, access, deployment, log }, bootstrapRegions)) };
}

/** Reports how the step ended, and ends the process. @param inputs undefined if they were not understood. */
async function finishStep(
  { environment, interrupted, logs }: Step,
  inputs: Inputs | undefined,
  findings: Findings,
): Promise<void> {
  for (const section of logs) section.end();
  const { deployment } = findings;
  const profile = profileCheckOf(findings);
  if (deployment) runner.info(`Profile: ${profileSentence(profile, deployment.override)}`);
  for (const notice of problemsOf(findings, 'notices')) runner.notice(notice);
  for (const warning of problemsOf(findings, 'warnings')) runner.warning(warning);
  if (findings.problem) runner.error(findings.problem);
  else runner.success('Ready', readyWords(findings));
  // The step is decided: what goes wrong from here on is a warning.
  try {
    if (findings.problem) files.leave({ OUTPUT: outputsOf(findings) });
    files.summary(renderSummary(findings, readLinkContext(environment)));
    if (inputs?.comment && !interrupted.aborted)
      await commentOnPullRequest(findings, inputs, environment, interrupted);
  } catch (error) {
    runner.warning(problemOf(error));
  }
  // Requests can still be under way; what was printed must be out first (a pipe is not synchronous everywhere).
  await runner.flushed();
  process.exit(findings.problem ? 1 : 0);
}
