// Finds out which actions each command needs: runs the real SST CLI with the kit's policies on the local AWS, each time
// without one action. Pulumi is a stand-in (pulumi.sh), so the resources of an app are not part of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import type { Policy } from '../../local/aws/iam.ts';
import { type LocalServices, startServices } from '../../local/services.ts';
import { actionsOf, NEEDED, withoutAction } from '../bootstrap/policy.ts';
import { type Moto, type Stack, startMoto } from './iam-kit/moto.ts';
import { openSst, type Sst, type SstProject } from './sst-cli.ts';

const REGION = 'us-east-1';
let stack: Stack;
let sst: Sst;

beforeAll(async () => {
  const moto: Moto = await startMoto();
  try {
    stack = await moto.deploy('github-actions.yml', {
      Owner: 'acme',
      Repository: 'shop',
      // Not part of the stack. The rest is the part of SST's documented policy for bootstrap, state and secrets.
      DeploymentsPolicyArn: 'arn:aws:iam::123456789012:policy/app',
    });
  } finally {
    await moto.close();
  }
  sst = await openSst();
});
afterAll(() => sst?.close());

interface Flow {
  /** What the config has besides name and home. */
  readonly state: string;
  readonly bootstrapped: boolean;
  readonly commands: readonly (readonly string[])[];
}

/** Runs the commands one after the other, as a role with this policy, in a new account. Returns what the first
 * command that fails printed. */
async function run(policy: Policy, { state, bootstrapped, commands }: Flow): Promise<string | undefined> {
  const services = await startServices();
  try {
    return await runIn(services, policy, await project(state), { bootstrapped, commands });
  } finally {
    await services.close();
  }
}

async function runIn(
  services: LocalServices,
  policy: Policy,
  project: SstProject,
  { bootstrapped, commands }: Omit<Flow, 'state'>,
): Promise<string | undefined> {
  if (bootstrapped) bootstrapAsSst(services.aws, { account: services.account, region: REGION });
  const role = services.aws.state.addRole(services.account, 'kit', {
    trust: { Statement: [] },
    policies: [policy],
  });
  const session = services.aws.state.startSession(role, 'kit', 3600);
  for (const args of commands) {
    const { exitCode, output } = await project.run({
      args: [...args, '--stage', 'production'],
      env: {
        AWS_ENDPOINT_URL: services.aws.url,
        AWS_REGION: REGION,
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        AWS_SESSION_TOKEN: session.sessionToken,
      },
    });
    if (exitCode !== 0) return `${args.join(' ')}: ${output}`;
  }
  return undefined;
}

async function project(state: string): Promise<SstProject> {
  const made = await sst.project();
  await made.write({
    'sst.config.ts': `export default $config({
  app: () => ({ name: 'shop', home: 'aws'${state} }),
  async run() {},
});
`,
  });
  return made;
}

/**
 * A table of examples/iam/README.md: each action, by the name that `actionsOf` gives it, and what it is for.
 */
function tableOf(name: string): Map<string, string> {
  const readme = readFileSync(path.join(import.meta.dirname, '../../examples/iam/README.md'), 'utf8');
  const [, table = ''] = new RegExp(`<!-- needed: ${name} -->\n([^]*?)<!-- /needed -->`).exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `(.+?)` \| (\S*) ?\| (.+) \|$/gm)];
  return new Map(
    rows.map(([, action = '', on = '', use = '']) => [on === '' ? action : `${action} on ${on}`, use]),
  );
}

/** A denial of AWS. If the lock cannot be removed, the next deploy fails because of it. */
const DENIED = /AccessDenied|Access Denied|Concurrent update detected/;

/**
 * Runs the commands with the whole policy, then without each of its actions, three at a time. A failure that is no denial
 * says nothing about the action: it is printed, and the commands are run once more.
 */
async function neededBy(policy: Policy, attempt: (policy: Policy) => Promise<string | undefined>) {
  expect(await attempt(policy)).toBeUndefined();
  const needed = new Map<string, string | undefined>();
  const left = actionsOf(policy);
  const lane = async () => {
    for (let action = left.shift(); action !== undefined; action = left.shift()) {
      let failure = await attempt(withoutAction(policy, action));
      if (failure !== undefined && !DENIED.test(failure)) {
        console.warn(`Without ${action}, run once more: ${failure}`);
        failure = await attempt(withoutAction(policy, action));
      }
      needed.set(action, failure);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  return needed;
}

test.each([
  {
    policyName: 'sst-deploy-sst',
    output: 'DeployRoleArn',
    table: 'deploy',
    step: NEEDED.ensure,
    state: ', state: { purge: true, retention: 1 }',
    bootstrapped: false,
    commands: [
      ['deploy'],
      ['secret', 'set', 'Key', 'value'],
      ['deploy'],
      ['deploy'],
      ['secret', 'remove', 'Key'],
      ['remove'],
    ],
  },
  {
    policyName: 'sst-deploy-diff',
    output: 'DiffRoleArn',
    table: 'diff',
    step: NEEDED.verify,
    state: '',
    bootstrapped: true,
    // For a new stage, and for a stage that has a passphrase.
    commands: [['diff'], ['diff']],
  },
])(
  '$policyName: SST fails without each action that the documentation says it needs, and without no other',
  async ({ policyName, output, table: name, step, ...flow }) => {
    const policy = stack.roles[output]?.policies[policyName] ?? { Statement: [] };
    const table = tableOf(name);
    const needed = await neededBy(policy, limited => run(limited, flow));
    expect([...table.keys()].sort()).toEqual([...needed.keys()].sort());
    for (const [action, failure] of needed) {
      const use = table.get(action) ?? '';
      expect([action, /\bSST\b/.test(use.replace(/\(.*\)/, ''))]).toEqual([action, failure !== undefined]);
      if (failure) expect(failure).toMatch(DENIED);
      const [bare, on] = action.split(' on ');
      const stepNeeds = step.some(
        grant =>
          grant.endsWith(` ${bare}`) &&
          (!on || grant.includes(on === 'sst-state' ? 'StateBucket' : 'AssetBucket')),
      );
      expect([action, use.startsWith('step')]).toEqual([action, stepNeeds]);
    }
  },
);
