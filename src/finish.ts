import { problemOf } from './failure.ts';
import { runner } from './github/commands.ts';
import { files } from './github/files.ts';
import type { Inputs } from './inputs/inputs.ts';
import { outputs } from './outputs.ts';
import { type Findings, problemsOf, profileCheckOf } from './report/findings.ts';
import { readLinkContext } from './report/links.ts';
import { profileSentence, readyWords } from './report/messages.ts';
import { commentOnPullRequest } from './report/pull-request.ts';
import { renderSummary } from './report/summary.ts';
import type { Step } from './step.ts';

/** Reports how the step ended, and ends the process. @param inputs undefined if they were not understood. */
export async function finishStep(
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
    if (deployment) outputs.profile(profile, deployment.override);
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
