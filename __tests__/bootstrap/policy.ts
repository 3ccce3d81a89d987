import { readFileSync } from 'node:fs';
import type { Policy, Statement } from '../../local/aws/iam.ts';
import { ACCOUNT } from '../../local/aws/server.ts';

/** The policy that users paste, with its two values filled in; the bootstrap's own statements alone. */
export function documentedPolicy(region: string, account = ACCOUNT): Policy {
  const text = readFileSync(new URL('../../examples/iam/sst-deploy-policy.json', import.meta.url), 'utf8');
  const policy = JSON.parse(text.replaceAll('REGION', region).replaceAll('ACCOUNT', account)) as Policy;
  return {
    ...policy,
    Statement: statementsOf(policy).filter(({ Sid }) => Sid?.startsWith('ManageBootstrap')),
  };
}

/** Every action of the policy, with the statement that grants it. */
export function grantsOf(policy: Policy): { sid: string; action: string }[] {
  return statementsOf(policy).flatMap(({ Sid = '', Action = [] }) =>
    [Action].flat().map(action => ({ sid: Sid, action })),
  );
}

/** The policy without one action of one statement. */
export function without(policy: Policy, sid: string, action: string): Policy {
  return {
    ...policy,
    Statement: statementsOf(policy).map(statement =>
      statement.Sid === sid
        ? { ...statement, Action: [statement.Action ?? []].flat().filter(other => other !== action) }
        : statement,
    ),
  };
}

function statementsOf({ Statement }: Policy): Statement[] {
  return [Statement].flat();
}

/** The actions that each mode needs. The other actions are for `sst deploy` itself. */
export const NEEDED: Readonly<Record<'verify' | 'ensure', readonly string[]>> = {
  verify: [
    'ManageBootstrapStateBucket s3:ListBucket',
    'ManageBootstrapAssetBucket s3:ListBucket',
    'ManageBootstrapECRRepo ecr:DescribeRepositories',
    'ManageBootstrapSSMParameter ssm:GetParameters',
  ],
  ensure: [
    'ManageBootstrapStateBucket s3:CreateBucket',
    'ManageBootstrapStateBucket s3:PutBucketVersioning',
    'ManageBootstrapStateBucket s3:PutBucketPolicy',
    'ManageBootstrapStateBucket s3:ListBucket',
    'ManageBootstrapAssetBucket s3:CreateBucket',
    'ManageBootstrapAssetBucket s3:PutBucketNotification',
    'ManageBootstrapAssetBucket s3:PutBucketPolicy',
    'ManageBootstrapAssetBucket s3:ListBucket',
    'ManageBootstrapECRRepo ecr:CreateRepository',
    'ManageBootstrapECRRepo ecr:DescribeRepositories',
    'ManageBootstrapSSMParameter ssm:GetParameters',
    'ManageBootstrapSSMParameter ssm:PutParameter',
  ],
};

/** Each action of a policy on each kind of resource, once: `s3:GetObject on sst-state`, `ssm:PutParameter on *`. */
export function actionsOf(policy: Policy): string[] {
  return [...new Set(statementsOf(policy).flatMap(namesOf))];
}

/** The policy without an action of `actionsOf`, removed from all statements that grant it. */
export function withoutAction(policy: Policy, name: string): Policy {
  return {
    ...policy,
    Statement: statementsOf(policy).map(statement => ({
      ...statement,
      Action: [statement.Action ?? []].flat().filter((_, index) => namesOf(statement)[index] !== name),
    })),
  };
}

function namesOf({ Action = [], Resource = [] }: Statement): string[] {
  const bucket = /:s3:::(sst-(?:state|asset))/.exec(String(Resource))?.[1];
  return [Action].flat().map(action => (bucket === undefined ? action : `${action} on ${bucket}`));
}
