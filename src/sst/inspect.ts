import { realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sstRunId } from '../github/context.ts';
import type { Log } from '../github/log.ts';
import type { BootstrapMode, ProjectInputs } from '../inputs/inputs.ts';
import { isInside, type WorkspaceFiles, workspaceFiles } from '../workspace-files.ts';
import { readDotenv } from './dotenv.ts';
import { environmentForApp } from './environment.ts';
import { type Evaluation, startSandbox } from './evaluate.ts';
import { findConfig } from './find-config.ts';
import { type ResolvedStage, resolveStage } from './resolve-stage.ts';
import { shownPath } from './source-locations.ts';
import { type DotenvFile, fillGaps, layOver, nextStep, type Variables, valueIn } from './variables.ts';
import { does, installedSst, type Sst, UNKNOWN_SST } from './versions.ts';

export interface DeploymentRequest extends ProjectInputs {
  readonly bootstrap: BootstrapMode;
  /** The job's environment, as this step got it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
}

/** What SST reads before it knows the app, and what came of evaluating that. */
export interface Inspection {
  readonly request: DeploymentRequest;
  /** Absolute. */
  readonly config: string | undefined;
  readonly verdict: ResolvedStage | undefined;
  /** The variables as SST has them when all of its .env files are read. */
  readonly variables: Variables;
  readonly files: readonly DotenvFile[];
  /** The files that SST reads and this step does not, each with the reason: `.env is larger than 1 MB`. */
  readonly unread: readonly string[];
  /** The SST that the project is judged by. */
  readonly sst: Sst;
  /** Absent if the config was not evaluated. */
  readonly evaluation?: Evaluation;
}

/** The size limits of `.env` files and of `.sst/stage`, in bytes. */
const DOTENV_BYTES = 2 ** 20;
const STAGE_BYTES = 2 ** 10;

/**
 * Reads what SST reads, in the order in which SST 4.17.1 goes about it (measured): `.env` in the working directory into the gaps of the environment; the config; the stage;
 * `.env.<stage>` beside the config over the environment; `app({ stage })`; `.env` beside the config into the gaps.
 */
export async function inspect(request: DeploymentRequest): Promise<Inspection> {
  const workspace = realpathSync(request.workspace);
  const workingDirectory = realpathSync(request.workingDirectory);
  const config = withoutLinks(request.config ?? findConfig(workingDirectory));
  const job = nextStep(request.environment, exported(request));
  if (config === undefined) {
    const [input, variable] = [request.stage, valueIn(job, 'SST_STAGE')];
    const { stageFromEvent: fromEvent } = request;
    const verdict = input || variable ? resolveStage({ input, fromEvent, variable }) : undefined;
    return {
      request,
      config,
      verdict,
      variables: job,
      files: [],
      unread: [],
      sst: UNKNOWN_SST,
    };
  }

  const root = path.dirname(config);
  const keptOut = runnersFolders(request.environment);
  const below = isInside(config, workspace) ? workspace : root;
  const files = workspaceFiles(below, keptOut, true);
  const sst = installedSst(root, below, files);
  const reader = settingsReader(files, workspace);
  const sandbox = isWanted(request) ? startSandbox() : undefined;

  const here = reader.dotenv(path.join(workingDirectory, '.env'), '.env');
  const started = fillGaps(job, here);
  const verdict = resolveStage({
    input: request.stage,
    fromEvent: request.stageFromEvent,
    variable: valueIn(started, 'SST_STAGE'),
    personal: reader.text(path.join(root, '.sst', 'stage'), STAGE_BYTES),
    login: loginName(),
  });
  const stage = verdict.kind === 'valid' ? verdict.stage.name : undefined;
  const ofStage =
    stage === undefined ? undefined : reader.dotenv(path.join(root, `.env.${stage}`), '.env.<stage>');
  const staged = does(sst, 'overridesByStageFile') ? layOver(started, ofStage) : fillGaps(started, ofStage);
  const beside = root === workingDirectory ? undefined : reader.dotenv(path.join(root, '.env'), '.env');
  const evaluation =
    stage === undefined
      ? sandbox?.stop()
      : await sandbox?.evaluate({
          config,
          workspace: below,
          keptOut,
          directory: workingDirectory,
          stage,
          ...environmentForApp(staged),
        });
  return {
    request: { ...request, workspace, workingDirectory },
    config,
    verdict,
    variables: fillGaps(staged, beside),
    files: [here, ofStage, beside].filter(file => file !== undefined),
    unread: reader.unread,
    sst,
    evaluation,
  };
}

/** The path without symbolic links in its folders: a link in the config's own place stays, as for SST. */
function withoutLinks(config: string | undefined): string | undefined {
  return config && path.join(realpathSync(path.dirname(config)), path.basename(config));
}

/** The folders of the runner's files (commands, tokens, other steps' scripts), which might be in the workspace. */
function runnersFolders(environment: NodeJS.ProcessEnv): string[] {
  const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
  const folders = [
    environment['RUNNER_TEMP'],
    ...files.map(name => environment[name] && path.dirname(environment[name])),
  ];
  return folders.flatMap(folder => (folder && path.isAbsolute(folder) ? [folder] : []));
}

/** Whether anybody will ask what the config says: the guard, or the bootstrap for its region. */
function isWanted({ guard, bootstrap, region }: DeploymentRequest): boolean {
  return guard !== 'off' || bootstrap !== 'skip' || region === undefined;
}

/** What this step will export, as far as it is known before there are credentials: that they are there is. */
function exported(request: DeploymentRequest): Record<string, string> {
  const { exportsKeys, exportsProfile, region, stage, guard, environment } = request;
  const runId = sstRunId(environment);
  const held = 'exported';
  return {
    ...(exportsKeys ? { AWS_ACCESS_KEY_ID: held, AWS_SECRET_ACCESS_KEY: held, AWS_SESSION_TOKEN: held } : {}),
    ...(exportsKeys && exportsProfile ? { AWS_PROFILE: exportsProfile } : {}),
    ...(exportsKeys && region ? { AWS_REGION: region, AWS_DEFAULT_REGION: region } : {}),
    ...(stage ? { SST_STAGE: stage } : {}),
    ...(runId ? { SST_RUN_ID: runId } : {}),
    ...(guard === 'neutralize' ? { SST_AWS_NO_PROFILE: '1' } : {}),
  };
}

/** Reads the files that SST itself reads, and keeps which of them it must not read. */
function settingsReader(files: WorkspaceFiles, workspace: string) {
  const unread: string[] = [];
  const read = (file: string, most: number): Buffer | undefined => {
    const found = files.read(file, most);
    if (found.kind === 'refused') unread.push(`${shownPath(file, workspace)} ${found.because}`);
    return found.kind === 'read' ? found.content : undefined;
  };
  return {
    unread,
    text: (file: string, most: number) => read(file, most)?.toString('utf8'),
    dotenv(file: string, which: DotenvFile['which']): DotenvFile | undefined {
      const bytes = read(file, DOTENV_BYTES);
      try {
        return bytes && { which, file: shownPath(file, workspace), content: readDotenv(bytes) };
      } catch (error) {
        unread.push(`${shownPath(file, workspace)} ${(error as Error).message}`);
        return undefined;
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
