import { describe, expect, test } from '@jest/globals';
import { type Conditions, evaluate, type Policy, wildcard } from '../../local/aws/iam.ts';

const role = 'arn:aws:iam::123456789012:role/deploy';
const bucket = 'arn:aws:s3:::sst-state-abc';

describe('wildcards', () => {
  test.each([
    ['*', '', true],
    ['sst-state-*', 'sst-state-', true],
    ['sst-state-*', 'sst-asset-x', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['repo:acme/*', 'repo:acme/shop:ref:refs/heads/main', true],
    ['shop', 'shopping', false],
    ['shop', 'my-shop', false],
    ['a(b', 'a(b', true],
  ])('%s on %s: %s', (pattern, value, expected) => {
    expect(wildcard(pattern, value)).toBe(expected);
  });
});

describe('identity policies', () => {
  const ask = (policies: Policy[], action: string, resource: string) =>
    evaluate(policies, { action, resource });

  test('nothing allowed, nothing granted', () => {
    expect(ask([], 's3:ListBucket', bucket)).toBe('implicit-deny');
  });

  test('an allow needs both its action and its resource', () => {
    const policy: Policy = {
      Statement: { Effect: 'Allow', Action: ['s3:List*'], Resource: ['arn:aws:s3:::sst-*'] },
    };
    expect(ask([policy], 's3:ListBucket', bucket)).toBe('allow');
    expect(ask([policy], 's3:GetObject', bucket)).toBe('implicit-deny');
    expect(ask([policy], 's3:ListBucket', 'arn:aws:s3:::other')).toBe('implicit-deny');
  });

  test('actions regardless of case, resources not', () => {
    const policy: Policy = { Statement: { Effect: 'Allow', Action: 'S3:listbucket', Resource: bucket } };
    expect(ask([policy], 's3:ListBucket', bucket)).toBe('allow');
    expect(ask([policy], 's3:ListBucket', bucket.toUpperCase())).toBe('implicit-deny');
  });

  test('a deny wins, wherever it stands', () => {
    const allow: Policy = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const deny: Policy = { Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: bucket }] };
    expect(ask([allow, deny], 's3:ListBucket', bucket)).toBe('explicit-deny');
    expect(ask([deny, allow], 's3:ListBucket', bucket)).toBe('explicit-deny');
    expect(ask([deny, allow], 'ssm:GetParameter', bucket)).toBe('allow');
  });

  test('NotAction and NotResource are the rest', () => {
    const actions: Policy = { Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } };
    expect(ask([actions], 's3:ListBucket', bucket)).toBe('allow');
    expect(ask([actions], 'iam:CreateRole', role)).toBe('implicit-deny');
    const resources: Policy = { Statement: { Effect: 'Deny', Action: '*', NotResource: bucket } };
    expect(ask([resources], 's3:ListBucket', bucket)).toBe('implicit-deny');
    expect(ask([resources], 's3:ListBucket', role)).toBe('explicit-deny');
  });
});

describe('principals', () => {
  const trust = (Principal: '*' | Record<string, string | string[]>): Policy => ({
    Statement: { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' },
  });
  const ask = (policy: Policy) =>
    evaluate([policy], { action: 'sts:AssumeRole', principals: { AWS: [role, '123456789012'] } });

  test.each([
    ['*' as const, 'allow'],
    [{ AWS: '*' }, 'allow'],
    [{ AWS: role }, 'allow'],
    [{ AWS: ['arn:aws:iam::1:role/x', '123456789012'] }, 'allow'],
    [{ AWS: 'arn:aws:iam::123456789012:role/other' }, 'implicit-deny'],
    [{ AWS: 'arn:aws:iam::123456789012:role/*' }, 'implicit-deny'],
    [{ Federated: role }, 'implicit-deny'],
  ])('%j: %s', (principal, verdict) => {
    expect(ask(trust(principal))).toBe(verdict);
  });

  test('a policy that names nobody lets nobody in', () => {
    expect(ask({ Statement: { Effect: 'Allow', Action: 'sts:AssumeRole' } })).toBe('implicit-deny');
  });
});

describe('conditions', () => {
  const context = {
    'idp:sub': 'repo:acme/shop:ref:refs/heads/main',
    'aws:TagKeys': ['Team', 'App'],
    'aws:SecureTransport': 'true',
  };
  const holds = (Condition: Conditions) =>
    evaluate([{ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } }], {
      action: 'x:Y',
      resource: 'z',
      context,
    }) === 'allow';

  test.each<[Conditions, boolean]>([
    [{ StringEquals: { 'idp:sub': 'repo:acme/shop:ref:refs/heads/main' } }, true],
    [{ StringEquals: { 'idp:sub': 'repo:acme/shop:*' } }, false],
    [{ StringEquals: { 'IDP:SUB': ['no', 'repo:acme/shop:ref:refs/heads/main'] } }, true],
    [{ StringEquals: { 'idp:sub': 'REPO:acme/shop:ref:refs/heads/main' } }, false],
    [{ StringEqualsIgnoreCase: { 'idp:sub': 'REPO:acme/shop:ref:refs/heads/main' } }, true],
    [{ StringEquals: { absent: 'x' } }, false],
    [{ StringEqualsIfExists: { absent: 'x' } }, true],
    [{ StringEqualsIfExists: { 'idp:sub': 'x' } }, false],
    [{ StringNotEquals: { 'idp:sub': 'x' } }, true],
    [{ StringNotEquals: { absent: 'x' } }, true],
    [{ StringNotEquals: { 'idp:sub': 'repo:acme/shop:ref:refs/heads/main' } }, false],
    [{ StringLike: { 'idp:sub': 'repo:acme/shop:*' } }, true],
    [{ StringLike: { 'idp:sub': 'repo:acme/shop@*:*' } }, false],
    [{ StringNotLike: { 'idp:sub': 'repo:acme/*' } }, false],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'App' } }, true],
    [{ 'ForAnyValue:StringLike': { 'aws:TagKeys': 'Te*' } }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'Cost' } }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['App', 'Team', 'Cost'] } }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['App'] } }, false],
    [{ 'ForAllValues:StringEquals': { absent: ['App'] } }, true],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, true],
    [{ Bool: { 'aws:SecureTransport': false } }, false],
    [{ Null: { absent: 'true' } }, true],
    [{ Null: { 'idp:sub': 'true' } }, false],
    [{ StringLike: { 'idp:sub': 'repo:*' }, Bool: { 'aws:SecureTransport': 'false' } }, false],
    [{ StringEquals: { 'idp:sub': 'repo:acme/shop:ref:refs/heads/main', absent: 'x' } }, false],
  ])('%j: %s', (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test('an operator that is not known is loud', () => {
    expect(() => holds({ NumericLessThan: { x: '1' } })).toThrow(/NumericLessThan/);
  });
});
