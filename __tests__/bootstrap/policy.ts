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
