import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { ProxySettings } from '../aws/connections.ts';
import { isRegion, partitionOf } from '../aws/region.ts';
import { readEvent } from '../github/context.ts';
import type { GuardMode } from '../sst/deployment.ts';
import { stageOfEvent } from '../stage/auto-stage.ts';
import { type CredentialInputs, readCredentials } from './credential-inputs.ts';
import { TAKES } from './messages.ts';
import { isTakenAsProxy, isWebAddress, Reader } from './reader.ts';

export type { CredentialInputs } from './credential-inputs.ts';

/** Where the session goes. */
export interface ExportInputs {
  /** Environment variables: the default, unless `aws-profile` is given. */
  readonly toEnvironment: boolean;
  /** Step outputs: `output-credentials`. */
  readonly toOutputs: boolean;
  readonly profile?: string;
  readonly overwriteProfile: boolean;
}

/** Which project is checked, and what happens with a profile in it. */
export interface ProjectInputs {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute: the folder in which `sst` will run. */
  readonly workingDirectory: string;
  /** Absolute; undefined if the input `sst-config` is empty. */
  readonly config?: string;
  readonly stage?: string;
  /** Whether the stage was derived from the event (`stage: auto`). */
  readonly stageFromEvent?: true;
  /** `aws-region`; undefined if it is empty: then the region is the one that SST will use. */
  readonly region?: string;
  readonly guard: GuardMode;
  /** Whether the keys are exported to the environment, in which SST looks for them (`output-env-credentials`). */
  readonly exportsKeys: boolean;
  /** The profile that the credentials are written to: SST is allowed to use that one. */
  readonly exportsProfile?: string;
}

/** The input `bootstrap`. */
export type BootstrapMode = 'verify' | 'ensure' | 'skip';

/** The input `new-stage`: what happens if the stage was never deployed in this account and region. */
export type NewStageMode = 'allow' | 'fail';

/** The input `stale-lock`: what happens to the lock of a workflow run that has ended. */
export type StaleLockMode = 'report' | 'remove';

/** Every input, parsed once. */
export interface Inputs {
  readonly credentials: CredentialInputs;
  readonly exports: ExportInputs;
  readonly project: ProjectInputs;
  readonly proxy: ProxySettings;
  readonly bootstrap: BootstrapMode;
  /** More regions whose bootstrap is checked, without duplicates; the deploy's own region might be among them. */
  readonly bootstrapRegions: readonly string[];
  readonly newStage: NewStageMode;
  readonly staleLock: StaleLockMode;
  /** Whether to write one comment on the pull request; without a token there is only a notice. */
  readonly comment: boolean;
  readonly githubToken?: string;
  /** Seconds after which the step fails; 0: never. */
  readonly timeoutSeconds: number;
}

const SECRETS = ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'] as const;

/** The secrets among the inputs, to be masked before anything about the inputs is printed. */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  const read = new Reader(environment);
  return SECRETS.flatMap(name => read.text(name) ?? []);
}

/** Whether account IDs are secret (`mask-aws-account-id`), also if another input is refused. */
export function hidesAccounts(environment: NodeJS.ProcessEnv): boolean {
  return new Reader(environment).flag('mask-aws-account-id', false);
}

/**
 * Reads every input of the action from the variables that the runner sets (`INPUT_…`, upper case, dashes kept), and from
 * the other variables that configure-aws-credentials reads.
 *
 * @throws Failure that names every input that is not valid, and what it takes. Nothing was requested by then.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  const read = new Reader(environment);
  const workspace = path.resolve(environment['GITHUB_WORKSPACE'] || process.cwd());
  const workingDirectory = path.resolve(
    workspace,
    read.matching(
      'working-directory',
      text => statsOf(path.resolve(workspace, text))?.isDirectory() ?? false,
      TAKES.folder,
    ) ?? '.',
  );
  const config = read.matching(
    'sst-config',
    text => statsOf(path.resolve(workspace, text))?.isFile() ?? false,
    TAKES.file,
  );
  const region = read.matching(
    'aws-region',
    // Another STS (MinIO, LocalStack) might have a region of its own.
    text => isRegion(text) || (read.text('sts-endpoint') !== undefined && /^[a-z0-9-]+$/.test(text)),
    TAKES.region,
  );
  const stage = read.matching('stage', text => /^[A-Za-z0-9-]+$/.test(text), TAKES.stage);
  const auto = stage === 'auto' ? stageOfEvent(environment, readEvent(environment)) : undefined;
  if (auto && 'none' in auto) read.reject('stage', stage, TAKES.stageInstead(auto.none));
  const profile = read.matching('aws-profile', text => !/[\s[\]/\\]/.test(text), TAKES.profile);
  const toEnvironment = read.flag('output-env-credentials', profile === undefined);
  const inputs: Inputs = {
    credentials: readCredentials(read),
    exports: {
      toEnvironment,
      toOutputs: read.flag('output-credentials', false),
      profile,
      overwriteProfile: read.flag('overwrite-aws-profile', false),
    },
    project: {
      workspace,
      workingDirectory,
      config: config === undefined ? undefined : path.resolve(workspace, config),
      stage: auto && 'stage' in auto ? auto.stage : stage,
      stageFromEvent: auto && true,
      region,
      guard: read.oneOf('profile-guard', ['fail', 'warn', 'neutralize', 'off']),
      exportsKeys: toEnvironment,
      exportsProfile: profile,
    },
    proxy: {
      url: read.matching('http-proxy', url => isWebAddress(url) && isTakenAsProxy(url), TAKES.proxy, false),
      except: read.text('no-proxy'),
    },
    bootstrap: read.oneOf('bootstrap', ['verify', 'ensure', 'skip']),
    bootstrapRegions: read.list(
      'bootstrap-regions',
      /[\s,]+/,
      text => isRegion(text) && (region === undefined || partitionOf(text) === partitionOf(region)),
      TAKES.regions,
    ),
    newStage: read.oneOf('new-stage', ['allow', 'fail']),
    staleLock: read.oneOf('stale-lock', ['report', 'remove']),
    comment: read.flag('comment', false),
    githubToken: read.secret('github-token'),
    timeoutSeconds: read.integer('action-timeout-s', 0, 86_400) ?? 0,
  };
  if (inputs.newStage === 'fail' && inputs.bootstrap === 'skip')
    read.reject('new-stage', 'fail', TAKES.newStageWithoutBootstrap);
  read.refuse();
  return inputs;
}

/** Undefined if nothing is there, or nothing can be: the path is too long, or leads through a file. */
function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
