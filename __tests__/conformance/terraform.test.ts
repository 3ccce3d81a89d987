// Checks the Terraform modules of examples/iam with the parts of Terraform that are available: its formatter and parser
// (HashiCorp's own, from its packages for cdktf), and the AWS provider's schema, from declarations that cdktf generated. Terraform itself and the
// provider are not run.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from './act.ts';
import { readResource } from './iam-kit/provider-schema.ts';
import { ignoreTags } from './iam-kit/template.ts';

const folder = path.join(root, 'examples/iam/terraform');
const modules = readdirSync(folder);

/** A block's body, as hcl2json writes it: expressions are texts with `${…}`. */
type Body = Record<string, unknown>;
type Blocks = Record<string, Record<string, Body[]>>;
interface Module {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly variable?: Record<string, Body[]>;
  readonly output?: Record<string, Body[]>;
  readonly locals?: Body[];
}

const files = (name: string) =>
  readdirSync(path.join(folder, name)).map(file => path.join(folder, name, file));

/** Every file by its path, as HashiCorp's tools see it. */
const hcl: Readonly<Record<string, { readonly parsed: Module; readonly formatted: string }>> = JSON.parse(
  execFileSync(
    process.execPath,
    [path.join(import.meta.dirname, 'iam-kit/hcl.ts'), ...modules.flatMap(files)],
    { encoding: 'utf8' },
  ),
);

function load(name: string): Module {
  const merged: Record<string, unknown> = {};
  for (const file of files(name))
    for (const [kind, blocks] of Object.entries(hcl[file]?.parsed ?? {})) {
      // The same kind of block can be in several files, but not the same block.
      expect(Object.keys(merged[kind] ?? {}).filter(key => kind !== 'data' && key in blocks)).toEqual([]);
      merged[kind] = Array.isArray(blocks) ? blocks : { ...(merged[kind] as object), ...blocks };
    }
  return merged as Module;
}

describe.each(modules)('%s', name => {
  const module = load(name);
  const text = JSON.stringify(module);

  test('is formatted', () => {
    for (const file of files(name)) expect(readFileSync(file, 'utf8')).toBe(hcl[file]?.formatted);
  });

  test('refers only to what it declares, and declares nothing that nobody uses', () => {
    const declared = [
      ...Object.keys(module.variable ?? {}).map(key => `var.${key}`),
      ...(module.locals ?? []).flatMap(Object.keys).map(key => `local.${key}`),
      ...addresses(module.resource),
      ...addresses(module.data).map(address => `data.${address}`),
    ];
    const expressions = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inside = '']) => inside).join('\n');
    const used = [
      ...expressions.matchAll(/\b(?:var\.\w+|local\.\w+|data\.\w+\.\w+|(?<!data\.)aws_\w+\.\w+)/g),
    ].map(([reference]) => reference);
    expect([...new Set(used)].filter(reference => !declared.includes(reference))).toEqual([]);
    const ends = addresses(module.resource);
    expect(declared.filter(one => !used.includes(one) && !ends.includes(one))).toEqual([]);
  });

  test('gives each resource what the provider takes, and asks it for what it has', () => {
    for (const { kind, type, body } of all(module)) {
      const schema = readResource(kind, type);
      expect([type, schema.check(body)]).toEqual([type, []]);
    }
    for (const [, data, type = '', attribute = ''] of text.matchAll(
      /(data\.)?(aws_\w+)\.\w+(?:\[0\])?\.(\w+)/g,
    )) {
      const schema = readResource(data ? 'data' : 'resource', type);
      expect([type, attribute, schema.exports.includes(attribute)]).toEqual([type, attribute, true]);
    }
  });

  test('every variable and output has a description, every variable a type', () => {
    for (const [key, [body]] of Object.entries({ ...module.variable, ...module.output }))
      expect([key, typeof body?.['description']]).toEqual([key, 'string']);
    for (const [key, [body]] of Object.entries(module.variable ?? {}))
      expect([key, typeof body?.['type']]).toEqual([key, 'string']);
  });
});

/** The statements of a policy of the CloudFormation template. */
function statementsOf(policy: string): CfnStatement[] {
  const template = parse(
    readFileSync(path.join(root, 'examples/iam/cloudformation/github-actions.yml'), 'utf8'),
    { customTags: ignoreTags },
  ) as { Resources: Record<string, { Properties: { PolicyDocument: { Statement: CfnStatement[] } } }> };
  return template.Resources[policy]?.Properties.PolicyDocument.Statement ?? [];
}

test('grants what the CloudFormation grants, statement by statement', () => {
  const { data } = load('github-actions');
  const documents = data?.['aws_iam_policy_document'] ?? {};
  const pairs = {
    sst: 'SstPolicy',
    deployments: 'DeploymentsPolicy',
    verify: 'VerifyPolicy',
    diff: 'DiffPolicy',
  };
  for (const [document, policy] of Object.entries(pairs)) {
    const [body] = documents[document] ?? [];
    const statements = (body?.['statement'] ?? []) as TerraformStatement[];
    const terraform = statements.map(({ sid, actions, resources }) => ({
      sid,
      actions,
      resources: resources.map(plain),
    }));
    const cloudFormation = statementsOf(policy).map(({ Sid, Action, Resource }) => ({
      sid: Sid,
      actions: [Action].flat(),
      resources: [Resource].flat().map(plain),
    }));
    expect(terraform).toEqual(cloudFormation);
  }
});

test('the CloudFormation grants what the policy to paste grants, in every region', () => {
  const granted = statementsOf('SstPolicy');
  const pasted = JSON.parse(readFileSync(path.join(root, 'examples/iam/sst-deploy-policy.json'), 'utf8')) as {
    Statement: CfnStatement[];
  };
  const comparable = (statements: CfnStatement[]) =>
    statements.map(({ Sid, Action, Resource }) => ({
      Sid,
      Action: [Action].flat(),
      Resource: [Resource]
        .flat()
        .map(arn => plain(arn).replace('arn:aws:', 'arn:PARTITION:').replace('REGION', '*')),
    }));
  const sids = granted.map(({ Sid }) => Sid);
  expect(comparable(granted)).toEqual(comparable(pasted.Statement.filter(({ Sid }) => sids.includes(Sid))));
  expect(pasted.Statement.length - granted.length).toBeLessThanOrEqual(2);
});

test('both variants for Identity Center trust the same permission set, and open the same account', () => {
  const text = readFileSync(path.join(root, 'examples/iam/cloudformation/identity-center.yml'), 'utf8');
  const { data } = load('identity-center');
  const patterns = (source: string) =>
    [...source.matchAll(/arn:[^"\s\\]+AWSReservedSSO_[^"\s\\]+/g)].map(([pattern]) =>
      plain(pattern).replace(/\$\{(PermissionSetName|var\.permission_set_name)\}/, 'NAME'),
    );
  const documents = data?.['aws_iam_policy_document'] ?? {};
  expect(patterns(JSON.stringify(documents['trust']))).toEqual(patterns(text));
  expect(patterns(text)).toHaveLength(2);
  // The role of this account: one variant refers to its ARN, the other one writes it out. Neither has `iam::*`.
  const [assume] = documents['assume_role'] ?? [];
  expect(((assume?.['statement'] ?? []) as TerraformStatement[]).map(({ resources }) => resources)).toEqual([
    [expect.stringMatching(/^\$\{aws_iam_role\.application\.arn\}$/)],
  ]);
  const opened = [...text.matchAll(/"?Resource"?: ?(?:!Sub )?"?(arn:\S+?role\/\$\{RoleName\})/g)];
  expect(opened).toHaveLength(2);
  for (const [, arn = ''] of opened)
    expect(plain(arn)).toMatch(/^arn:PARTITION:iam::ACCOUNT:role\/\$\{RoleName\}$/);
});

test('both variants for Identity Center give the role and the permission set the boundary', () => {
  const text = readFileSync(path.join(root, 'examples/iam/cloudformation/identity-center.yml'), 'utf8');
  const { Resources } = parse(text, { customTags: ignoreTags }) as {
    Resources: Record<string, { Properties: Record<string, unknown> }>;
  };
  const bounded = ({ Properties }: { Properties: Record<string, unknown> }) =>
    'PermissionsBoundary' in Properties;
  expect(Object.keys(Resources).filter(key => bounded(Resources[key] ?? { Properties: {} }))).toEqual([
    'ApplicationRole',
    'PermissionSet',
  ]);
  const { resource } = load('identity-center');
  expect(resource?.['aws_iam_role']?.['application']?.[0]).toHaveProperty('permissions_boundary');
  const [attachment] = resource?.['aws_ssoadmin_permissions_boundary_attachment']?.['this'] ?? [];
  expect(attachment).toMatchObject({ permission_set_arn: '${aws_ssoadmin_permission_set.this[0].arn}' });
});

interface TerraformStatement {
  readonly sid: string;
  readonly actions: string[];
  readonly resources: string[];
}
interface CfnStatement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
}

/** An ARN with the placeholders of both languages as one. */
function plain(arn: string): string {
  return arn
    .replace(/\$\{(AWS::Partition|local\.partition)\}/, 'PARTITION')
    .replace(/\$\{(AWS::AccountId|local\.account)\}/, 'ACCOUNT');
}

function addresses(blocks: Blocks = {}): string[] {
  return Object.entries(blocks).flatMap(([type, named]) => Object.keys(named).map(key => `${type}.${key}`));
}

function all({ resource = {}, data = {} }: Module) {
  const of = (kind: 'resource' | 'data', blocks: Blocks) =>
    Object.entries(blocks).flatMap(([type, named]) =>
      Object.values(named).flatMap(bodies => bodies.map(body => ({ kind, type, body }))),
    );
  return [...of('resource', resource), ...of('data', data)];
}
