import type { AwsOptions } from '../../local/aws/server.ts';
import type { BootstrapReport } from '../../src/bootstrap/status.ts';
import { checkStage } from '../../src/stage/index.ts';
import type { StageReport, StageRequest } from '../../src/stage/stage.ts';
import { type Account, type Deploying, type RoleOptions, startAccount } from '../bootstrap/account.ts';

export type Opened = Account & { close(): Promise<void> };

export function open(options: AwsOptions & RoleOptions = {}): Promise<Opened> {
  return startAccount(options);
}

/** Checks the bootstrap, then the stage, as the job does. @param options in addition to the job's defaults. */
export async function check(
  account: Account,
  region: string,
  deploying: Deploying,
  options: Partial<StageRequest> & { readonly mode?: 'verify' | 'ensure' } = {},
): Promise<{ readonly bootstrap: BootstrapReport; readonly stage: StageReport | undefined }> {
  const { mode = 'verify', ...request } = options;
  const bootstrap = await account.run(mode, region, deploying);
  const stage =
    bootstrap.stage &&
    (await checkStage({
      seen: bootstrap.stage,
      access: account.access(region),
      session: {},
      newStage: 'allow',
      staleLock: 'report',
      githubToken: undefined,
      environment: { GITHUB_SERVER_URL: 'https://github.com' },
      mask: () => {},
      log: { info: line => account.log.push(line), debug: line => account.log.push(`debug: ${line}`) },
      ...request,
    }));
  return { bootstrap, stage };
}
