import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import type { World } from '../../local/world.ts';

export const REGION = 'us-east-1';

/** The account as SST's bootstrap leaves it. */
export function bootstrapped({ aws, account }: World): ReturnType<typeof bootstrapAsSst> {
  return bootstrapAsSst(aws, { account, region: REGION });
}

/** What the first deploy of the stage left: its passphrase. */
export function deployedBefore({ aws, account }: World): void {
  passphraseAsSst(aws, { account, region: REGION, app: 'shop', stage: 'production' });
}
