import { setTimeout } from 'node:timers/promises';
import { nextRequestSent } from './aws/sent.ts';
import { checkBootstrap, preloadCheck } from './bootstrap/index.ts';
import { obtainSession } from './credentials/index.ts';
import { assumeOnwards } from './credentials/onwards.ts';
import { Failure } from './failure.ts';
import { exportSession } from './github/export.ts';
import { setBootstrapOutputs, setDeploymentOutputs, setIdentityOutputs } from './github/outputs.ts';
import { runner } from './github/runner.ts';
import { type Inputs, readInputs, secretsIn } from './inputs.ts';
import { outOfTime, problemOf } from './messages/ending.ts';
import { GROUPS, readyLine } from './messages/log.ts';
import { type Findings, warningsOf } from './report/findings.ts';
import { openJournal } from './report/journal.ts';
import { readSite } from './report/site.ts';
import { renderSummary } from './report/summary.ts';
import { inspectDeployment } from './sst/index.ts';

const stop = new AbortController();
const findings: Findings = {};
const [projectLog, credentialsLog, bootstrapLog] = openJournal(runner, GROUPS);

/**
 * The job: what will SST do here, with whose credentials, and is the account ready for it? Each finding is reported as
 * soon as it is there, so that a step that fails still says how far it came; only when all are there is anything
 * exported.
 */
async function job(inputs: Inputs, environment: NodeJS.ProcessEnv): Promise<void> {
  const transport = {
    signal: stop.signal,
    trace: (line: string) => (findings.session ? bootstrapLog : credentialsLog).debug(line),
    proxy: inputs.proxy,
  };

  // The config is evaluated while the ID token is on its way: neither needs the other. The token goes first, since it is
  // the first of the requests that wait for one another, and starting the child takes the event loop for itself.
  const inspection = soon(nextRequestSent()).then(() =>
    inspectDeployment({ ...inputs.project, bootstrap: inputs.bootstrap, environment, log: projectLog }),
  );
  const arrival = obtainSession({
    ...inputs.credentials,
    region: inputs.project.region ?? inspection.then(deployment => deployment.region.name),
    environment,
    transport,
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
async function main(): Promise<void> {
  const environment = { ...process.env };
  let inputs: Inputs | undefined;
  try {
    // What the job's AWS_PROFILE names is SST's business, checked by the guard; it must not divert the action's own
    // requests (the SDK reads endpoints and regions from the profile).
    delete process.env['AWS_PROFILE'];
    for (const secret of secretsIn(environment)) runner.mask(secret);
    inputs = readInputs(environment);
    findings.maskAccount = inputs.credentials.maskAccountId;
    await Promise.race([job(inputs, environment), expiry(inputs.timeoutSeconds)]);
  } catch (error) {
    findings.problem = problemOf(error);
    stop.abort();
    if (error instanceof Error && error.cause) runner.debug(String(error.cause));
  }
  for (const section of [projectLog, credentialsLog, bootstrapLog]) section.end();
  for (const notice of findings.deployment?.notices ?? []) runner.notice(notice);
  for (const warning of warningsOf(findings)) runner.warning(warning);
  if (findings.problem) runner.error(findings.problem);
  else runner.info(readyLine(findings));
  await runner.summary(renderSummary(findings, readSite(environment)));
  if (inputs?.comment) {
    const { commentOnPullRequest } = await import('./report/pull-request.ts');
    await commentOnPullRequest(findings, inputs, environment);
  }
  // Requests may still be under way; what was printed must be out first (a pipe is not synchronous everywhere).
  process.stdout.write('', () => process.exit(findings.problem ? 1 : 0));
}

/** Milliseconds that the inspection waits for a first request to go out; not every job has one at its start. */
const HEAD_START_MS = 25;

function soon(event: Promise<void>): Promise<void> {
  return Promise.race([event, setTimeout(HEAD_START_MS)]);
}

/** Never ends well: throws when the step has run for that many seconds; 0 for never. */
async function expiry(seconds: number): Promise<never> {
  if (seconds === 0) return new Promise(() => {});
  await setTimeout(seconds * 1000);
  throw new Failure(outOfTime(seconds));
}

await main();
