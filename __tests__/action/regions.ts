// The step with `bootstrap-regions`: three regions.
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

export const REGIONS = ['eu-west-1', 'us-east-1', 'ap-south-1'] as const;
export let services: LocalServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(async () => {
  await services.close();
  await removeRuns();
});

export function step(inputs: Record<string, string> = {}): Promise<Run> {
  return runAction({
    with: {
      'aws-region': REGIONS[0],
      'role-to-assume': services.role.arn,
      stage: 'production',
      'bootstrap-regions': `${REGIONS[1]}, ${REGIONS[2]}\n${REGIONS[0]}`,
      ...inputs,
    },
    env: services.env,
  });
}

export const bootstrap = (...regions: readonly string[]) =>
  regions.map(region => bootstrapAsSst(services.aws, { account: services.account, region }));
export const errors = ({ annotations }: Run) => annotations.filter(({ level }) => level === 'error');
/** A function whose promises resolve when it was called that many times. */
export function barrier(callers: number): () => Promise<void> {
  const all = Promise.withResolvers<void>();
  let called = 0;
  return () => {
    called += 1;
    if (called === callers) all.resolve();
    return all.promise;
  };
}
export const bootstrapRequests = () => services.aws.requests.filter(({ service }) => service !== 'sts');
