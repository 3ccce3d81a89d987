import { realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Place } from '../failure.ts';
import { sstRunId } from '../github/context.ts';
import type { Log } from '../github/log.ts';
import type { BootstrapMode, ProjectInputs } from '../inputs/inputs.ts';
import { isInside, type WorkspaceFiles, workspaceFiles } from '../workspace-files.ts';
import { readDotenv } from './dotenv.ts';
import { environmentForApp } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { findConfig, shownPath } from './project-files.ts';
import { resolveStage } from './resolve.ts';
import { fillGaps, layOver, nextStep, type Variable, type Variables, valueIn } from './variables.ts';
import { does, installedSst, NEWEST, type Sst } from './versions.ts';

export interface DeploymentRequest extends ProjectInputs {
  readonly bootstrap: BootstrapMode;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
}

/**
 * Reads what SST reads, in the order in which SST 4.17.1 goes about it (measured): `.env` in the working directory into
 * the gaps of the environment; the config; the stage; `.env.<stage>` beside the config over the environment;
 * `app({ stage })`; `.env` beside the config into the gaps.
 */
export async function inspect(request: DeploymentRequest) {
  const workspace = realpathSync(request.workspace);
  const workingDirectory = realpathSync(request.workingDirectory);
  const found = request.config ?? findConfig(workingDirectory);
  // Without symbolic links in its folders. A link in the config's own place stays, as for SST.
  const config = found && path.join(realpathSync(path.dirname(found)), path.basename(found));
  const job = nextStep(request.environment, exported(request));
  const { guard, bootstrap, region, stage: input, stageFromEvent: fromEvent } = request;
  if (config === undefined) {
    const verdict = resolveStage({ input, fromEvent, variable: valueIn(job, 'SST_STAGE') });
    const sst: Sst = { version: NEWEST, installed: false };
    const nothing = { evaluation: undefined, unread: [], ignored: [] };
    return { ...nothing, request, config, verdict, variables: job, sst };
  }

  const root = path.dirname(config);
  const keptOut = runnersFolders(request.environment);
  const below = isInside(config, workspace) ? workspace : root;
  const files = workspaceFiles(below, keptOut, true);
  const sst = installedSst(root, below, files);
  const reader = settingsReader(files, workspace);
  const here = reader.dotenv(path.join(workingDirectory, '.env'), '.env');
  const started = fillGaps(job, here);
  const verdict = resolveStage({
    input,
    fromEvent,
    variable: valueIn(started, 'SST_STAGE'),
    personal: reader.read(path.join(root, '.sst', 'stage'), 2 ** 10)?.toString(),
    login: loginName(),
  });
  const stage = verdict.kind === 'valid' ? verdict.stage.name : undefined;
  const ofStage = stage && reader.dotenv(path.join(root, `.env.${stage}`), '.env.<stage>');
  const withStage = does(sst, 'overridesByStageFile') ? layOver : fillGaps;
  const staged = ofStage ? withStage(started, ofStage) : started;
  const beside = root === workingDirectory ? here : reader.dotenv(path.join(root, '.env'), '.env');
  // Only if anybody will ask what the config says: the guard, or the bootstrap for its region.
  const isWanted = guard !== 'off' || bootstrap !== 'skip' || region === undefined;
  const program = { config, workspace: below, keptOut, directory: workingDirectory };
  const evaluation =
    stage && isWanted ? await evaluate({ ...program, stage, ...environmentForApp(staged) }) : undefined;
  return {
    request: { ...request, workspace, workingDirectory },
    /** Absolute; undefined if there is none. */
    config,
    verdict,
    /** The variables as SST has them when all of its .env files are read. */
    variables: fillGaps(staged, beside),
    unread: reader.unread,
    ignored: reader.ignored,
    /** The SST that the project is judged by. */
    sst,
    evaluation,
  };
}

/** The folders of the runner's files (commands, tokens, other steps' scripts), which might be in the workspace. */
function runnersFolders(environment: NodeJS.ProcessEnv): string[] {
  const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
  const folders = files.map(name => path.dirname(environment[name] ?? ''));
  return [environment['RUNNER_TEMP'] ?? '', ...folders].filter(folder => path.isAbsolute(folder));
}

/** What this step will export, as far as it is known before there are credentials: that they are there is. */
function exported(request: DeploymentRequest): NodeJS.ProcessEnv {
  const { exportsKeys, exportsProfile, region, stage, guard, environment } = request;
  const runId = sstRunId(environment);
  const held = 'exported';
  return {
    ...(exportsKeys && { AWS_ACCESS_KEY_ID: held, AWS_SECRET_ACCESS_KEY: held, AWS_SESSION_TOKEN: held }),
    ...(exportsKeys && exportsProfile && { AWS_PROFILE: exportsProfile }),
    ...(exportsKeys && region && { AWS_REGION: region, AWS_DEFAULT_REGION: region }),
    ...(stage && { SST_STAGE: stage }),
    ...(runId && { SST_RUN_ID: runId }),
    ...(guard === 'neutralize' && { SST_AWS_NO_PROFILE: '1' }),
  };
}

/** Reads the files that SST itself reads, and notes those from which it gets nothing. */
function settingsReader(files: WorkspaceFiles, workspace: string) {
  /** The files that SST reads and this step does not, each with the reason: `.env is larger than 1 MB`. */
  const unread: string[] = [];
  /** The statements that SST's reader cannot parse, each in a .env file that SST therefore ignores. */
  const ignored: Place[] = [];
  /** @param most the size limit in bytes. */
  const read = (file: string, most: number): Buffer | undefined => {
    const found = files.read(file, most);
    if (found.kind === 'refused') unread.push(`${shownPath(file, workspace)} ${found.because}`);
    return found.kind === 'read' ? found.content : undefined;
  };
  return {
    ...{ unread, ignored, read },
    dotenv(path: string, by: Variable['by']): Variables {
      const file = shownPath(path, workspace);
      try {
        const content = readDotenv(read(path, 2 ** 20) ?? Buffer.alloc(0));
        if (content.kind === 'ignored') ignored.push({ file, line: content.line });
        const entries = content.kind === 'read' ? [...content.entries] : [];
        // A value with a NUL cannot be set as a variable: SST's attempt fails, and is not looked at.
        const possible = entries.filter(([, { value }]) => !value.includes('\0'));
        return new Map(
          possible.map(([name, { value, line }]) => [name, { value, by, place: { file, line } }]),
        );
      } catch (error) {
        unread.push(`${file} ${(error as Error).message}`);
        return new Map();
      }
    },
  };
}

/** The name of the user that the job runs as; undefined if the system knows none (a container's numeric user). */
function loginName(): string | undefined {
  try {
    return os.userInfo().username;
  } catch {
    return undefined;
  }
}
