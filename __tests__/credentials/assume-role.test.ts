import { assumeRoleParameters, webIdentityParameters } from '../../src/credentials/assume-role.ts';
import { readInputs } from '../../src/inputs/inputs.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const PLAIN = readInputs({}).credentials;

test('the defaults', () => {
  const parameters = { RoleArn: ROLE, RoleSessionName: 'GitHubActions', DurationSeconds: 3600 };
  expect(webIdentityParameters(ROLE, PLAIN)).toEqual(parameters);
  expect(assumeRoleParameters(ROLE, PLAIN, undefined)).toEqual(parameters);
});

test('everything that can be said', () => {
  const inputs = {
    ...PLAIN,
    roleSessionName: 'me',
    roleDurationSeconds: 900,
    roleExternalId: 'xyz',
    inlineSessionPolicy: '{}',
    managedSessionPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    transitiveTagKeys: ['Repository', 'Team'],
  };
  const tags = [{ Key: 'Repository', Value: 'acme/shop' }];
  const both = {
    RoleArn: ROLE,
    RoleSessionName: 'me',
    DurationSeconds: 900,
    Policy: '{}',
    PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  };
  // AssumeRoleWithWebIdentity has no external id and no tags.
  expect(webIdentityParameters(ROLE, inputs)).toEqual(both);
  // AWS would refuse a transitive key that is no tag of the session.
  const signed = { ...both, ExternalId: 'xyz', Tags: tags, TransitiveTagKeys: ['Repository'] };
  expect(assumeRoleParameters(ROLE, inputs, tags)).toEqual(signed);
  expect(assumeRoleParameters(ROLE, inputs, undefined)).toEqual({ ...both, ExternalId: 'xyz' });
});
