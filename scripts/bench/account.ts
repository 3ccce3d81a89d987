import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import type { World } from '../../local/world.ts';

export const REGION = 'us-east-1';

/** The account as SST's bootstrap leaves it. */
export function bootstrapped({ aws, account }: World): ReturnType<typeof bootstrapAsSst> {
  return bootstrapAsSst(aws, { account, region: REGION });
}

/** What the first deploy of the stage left: its passphrase. */
export function deployedBefore({ aws, account }: World): void {
  const name = '/sst/passphrase/shop/production';
  const first = {
    value: 'of an earlier deploy',
    type: 'SecureString',
    version: 1,
    modified: aws.state.now(),
  } as const;
  aws.state.region(account, REGION).parameters.set(name, { name, history: [first] });
}
