import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import type { LocalServices } from '../../local/services.ts';

export const REGION = 'us-east-1';

/** The account as SST's bootstrap leaves it. */
export function bootstrapped({ aws, account }: LocalServices): ReturnType<typeof bootstrapAsSst> {
  return bootstrapAsSst(aws, { account, region: REGION });
}

/** The passphrase, as the first deploy of the stage leaves it. */
export function deployedBefore({ aws, account }: LocalServices): void {
  passphraseAsSst(aws, { account, region: REGION, app: 'shop', stage: 'production' });
}
