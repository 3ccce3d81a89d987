import { statSync } from 'node:fs';
import path from 'node:path';
import { isRegion, partitionOf } from '../aws/region.ts';
import { readEvent } from '../github/context.ts';
import { stageOfEvent } from './auto-stage.ts';
import { type BadInput, TAKES } from './messages.ts';
import { inputReader, isTakenAsProxy, isWebAddress, type Reader, refuse } from './reader.ts';

export type Inputs = ReturnType<typeof readInputs>;

export type CredentialInputs = Inputs['credentials'];
export type ProjectInputs = Inputs['project'];
export type BootstrapMode = Inputs['bootstrap'];
export type NewStageMode = Inputs['newStage'];

/** The secrets among the inputs, to be masked before anything about the inputs is printed. */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  const { text } = inputReader(environment, []);
  return ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'].flatMap(
    name => text(name) ?? [],
  );
}

/** Whether account IDs are secret (`mask-aws-account-id`), also if another input is refused. */
export function hidesAccounts(environment: NodeJS.ProcessEnv): boolean {
  return inputReader(environment, [], true).flag('mask-aws-account-id');
}

/**
 * Reads every input of the action from the variables that the runner sets (`INPUT_…`), and from the other variables that
 * configure-aws-credentials reads.
 *
 * @throws Failure that names every input that is not valid, and what it takes. Nothing was requested by then.
 */
export function readInputs(environment: NodeJS.ProcessEnv) {
  const refused: BadInput[] = [];
  const read = inputReader(environment, refused);
  const orVariable = inputReader(environment, refused, true);
  const workspace = path.resolve(environment['GITHUB_WORKSPACE'] || process.cwd());
  const is = (kind: 'isDirectory' | 'isFile') => (file: string) => {
    try {
      return statSync(path.resolve(workspace, file))[kind]();
    } catch {
      return false;
    }
  };
  const folder = read.matching('working-directory', is('isDirectory'), TAKES.existing('folder'));
  const config = read.matching('sst-config', is('isFile'), TAKES.existing('file'));
  // Another STS (MinIO, LocalStack) might have a region of its own.
  const takesAnyRegion = read.text('sts-endpoint') !== undefined;
  const region = read.matching(
    'aws-region',
    text => isRegion(text) || (takesAnyRegion && /^[a-z0-9-]+$/.test(text)),
    TAKES.region,
  );
  const stage = read.matching('stage', /^[A-Za-z0-9-]+$/, TAKES.stage);
  const auto = stage === 'auto' ? stageOfEvent(environment, readEvent(environment)) : undefined;
  if (auto?.none) read.reject('stage', stage, TAKES.stageInstead(auto.none));
  const profile = read.matching('aws-profile', /^[^\s[\]/\\]+$/, TAKES.profile);
  const toEnvironment = read.flag('output-env-credentials', profile === undefined);
  const inputs = {
    credentials: readCredentials(read, orVariable),
    exports: {
      toEnvironment,
      toOutputs: orVariable.flag('output-credentials'),
      profile,
      overwriteProfile: orVariable.flag('overwrite-aws-profile'),
    },
    project: {
      workspace,
      /** Absolute: the folder in which `sst` will run. */
      workingDirectory: path.resolve(workspace, folder ?? '.'),
      config: config === undefined ? undefined : path.resolve(workspace, config),
      stage: auto ? auto.stage : stage,
      stageFromEvent: auto && true,
      /** If it is undefined, the region is the one that SST will use. */
      region,
      guard: read.oneOf('profile-guard', ['fail', 'warn', 'neutralize', 'off']),
      /** Whether the keys are exported to the environment, in which SST looks for them. */
      exportsKeys: toEnvironment,
      /** The profile that the credentials are written to: SST is allowed to use that one. */
      exportsProfile: profile,
    },
    proxy: {
      url: read.matching('http-proxy', url => isWebAddress(url) && isTakenAsProxy(url), TAKES.proxy, false),
      except: read.text('no-proxy'),
    },
    bootstrap: read.oneOf('bootstrap', ['verify', 'ensure', 'skip']),
    /** More regions whose bootstrap is checked; the deploy's own region might be among them. */
    bootstrapRegions: read.list(
      'bootstrap-regions',
      /[\s,]+/,
      text => isRegion(text) && (region === undefined || partitionOf(text) === partitionOf(region)),
      TAKES.regions,
    ),
    newStage: read.oneOf('new-stage', ['allow', 'fail']),
    staleLock: read.oneOf('stale-lock', ['report', 'remove']),
    comment: read.flag('comment'),
    githubToken: read.secret('github-token'),
    /** Seconds after which the step fails; 0: never. */
    timeoutSeconds: read.integer('action-timeout-s', 0, 86_400) ?? 0,
  };
  if (inputs.newStage === 'fail' && inputs.bootstrap === 'skip')
    read.reject('new-stage', 'fail', TAKES.newStageWithoutBootstrap);
  refuse(refused, environment);
  return inputs;
}

const ROLE = /^(arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+|[\w+=,.@/-]{1,576})$/;
const POLICY_ARN = /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\x21-\x7e]+$/;

/** Reads the inputs about credentials. Names and meanings are those of configure-aws-credentials. */
function readCredentials(read: Reader, orVariable: Reader) {
  return {
    /** An ARN; or a role name, for a role in the account of the source credentials. */
    roleToAssume: orVariable.matching('role-to-assume', ROLE, TAKES.role),
    roleSessionName:
      orVariable.matching('role-session-name', /^[\w+=,.@-]{2,64}$/, TAKES.sessionName) ?? 'GitHubActions',
    roleDurationSeconds: orVariable.integer('role-duration-seconds', 900, 43_200) ?? 3600,
    roleExternalId: orVariable.text('role-external-id'),
    roleChaining: orVariable.flag('role-chaining'),
    roleSkipSessionTagging: orVariable.flag('role-skip-session-tagging'),
    transitiveTagKeys: orVariable.list('transitive-tag-keys', /\r?\n/),
    customTags: read.text('custom-tags'),
    inlineSessionPolicy: orVariable.text('inline-session-policy'),
    managedSessionPolicies: orVariable.list('managed-session-policies', /\r?\n/, POLICY_ARN, TAKES.policies),
    accessKeyId: read.secret('aws-access-key-id'),
    secretAccessKey: read.secret('aws-secret-access-key'),
    sessionToken: read.secret('aws-session-token'),
    webIdentityTokenFile: orVariable.text('web-identity-token-file'),
    sourceProfile: read.text('source-profile'),
    audience: orVariable.text('audience') ?? 'sts.amazonaws.com',
    forceSkipOidc: read.flag('force-skip-oidc'),
    useExistingCredentials: orVariable.flag('use-existing-credentials'),
    unsetCurrentCredentials: orVariable.flag('unset-current-credentials'),
    allowedAccountIds: read.list('allowed-account-ids', /,/, /^\d{12}$/, TAKES.accounts),
    maskAccountId: orVariable.flag('mask-aws-account-id'),
    stsEndpoint: read.matching('sts-endpoint', isWebAddress, TAKES.url),
    disableRetry: orVariable.flag('disable-retry'),
    /** Tries in all, at least one; undefined for the default. */
    retryMaxAttempts: orVariable.integer('retry-max-attempts', Number.MIN_SAFE_INTEGER, 1000),
    specialCharactersWorkaround: orVariable.flag('special-characters-workaround'),
  };
}
