import { refusesPlainHttp, requiringTls } from '../../src/bootstrap/bucket-settings.ts';
import { accountRegionalNames, parseNames, unguessableNames } from '../../src/bootstrap/buckets.ts';
import { EMPTY_RECORD, parseRecord } from '../../src/bootstrap/record.ts';

describe('the record', () => {
  // facts: as SST 4.17.1 wrote it on the wire.
  const SST =
    '{"version":5,"asset":"sst-asset-stvhfxebfmhd","assetEcrRegistryId":"123456789012","assetEcrUrl":"123456789012.dkr.ecr.us-east-1.amazonaws.com/sst-asset","state":"sst-state-stvhfxebfmhd","appsyncHttp":"","appsyncRealtime":""}';

  test('is written byte for byte as SST writes it', () => {
    expect(JSON.stringify(parseRecord(SST))).toBe(SST);
  });

  test('keeps what it does not know, behind what it does', () => {
    const record = parseRecord('{"later":{"a":[1]},"state":"s","version":9,"asset":"a","more":null}');
    expect(JSON.stringify(record)).toBe(
      '{"version":9,"asset":"a","assetEcrRegistryId":"","assetEcrUrl":"","state":"s","appsyncHttp":"","appsyncRealtime":"","later":{"a":[1]},"more":null}',
    );
  });

  test.each(['{}', 'null', '{"version":null,"asset":null}'])('%s is the zero record, as in Go', text => {
    expect(parseRecord(text)).toEqual(EMPTY_RECORD);
  });

  test.each([
    ['', 'not JSON'],
    ['{"version":5', 'not JSON'],
    ['[]', 'not a JSON object'],
    ['"x"', 'not a JSON object'],
    ['5', 'not a JSON object'],
    ['{"version":"5"}', 'field version has the wrong type: "5"'],
    ['{"version":5.5}', 'field version has the wrong type: 5.5'],
    ['{"version":-1}', 'field version has characters that no version'],
    ['{"version":5,"state":{}}', 'field state has the wrong type: {}'],
    ['{"version":5,"asset":7}', 'field asset has the wrong type: 7'],
  ])('%s cannot be read: %s', (text, why) => {
    expect(parseRecord(text)).toEqual(expect.stringContaining(why));
  });
});

describe('names', () => {
  test('of the account-regional namespace', () => {
    const identity = { account: '123456789012', arn: '', partition: 'aws-us-gov' } as const;
    expect(accountRegionalNames({ identity, region: 'us-gov-west-1' })).toEqual({
      asset: 'sst-asset-123456789012-us-gov-west-1-an',
      state: 'sst-state-123456789012-us-gov-west-1-an',
    });
    for (const region of ['me-south-1', 'me-central-1'])
      expect(accountRegionalNames({ identity, region })).toBeUndefined();
  });

  test('that cannot be guessed: a pair of the same letters, that a parameter keeps', () => {
    const names = unguessableNames();
    const letters = names.asset.replace('sst-asset-', '');
    expect(letters).toMatch(/^[a-z]{20}$/);
    expect(names.state).toBe(`sst-state-${letters}`);
    expect(unguessableNames()).not.toEqual(names);
    expect(parseNames(JSON.stringify(names))).toEqual(names);
  });

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '{"asset":"prod-data","state":"sst-state-abcdefghijkl"}',
    '{"asset":1,"state":2}',
  ])('%s holds no names', text => {
    expect(parseNames(text)).toBeUndefined();
  });
});

describe('the policy', () => {
  test('is SST’s own, in the partition of the region', () => {
    expect(JSON.parse(requiringTls(undefined, 'sst-state-x', 'aws-cn') ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EnforceSSLRequests',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws-cn:s3:::sst-state-x', 'arn:aws-cn:s3:::sst-state-x/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('keeps the statements of somebody else’s, and is not written where it says so already', () => {
    const theirs = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
    const joined = requiringTls(JSON.stringify({ Statement: theirs }), 'b', 'aws') ?? '';
    expect((JSON.parse(joined) as { Statement: unknown[] }).Statement).toEqual([
      theirs,
      expect.objectContaining({ Sid: 'EnforceSSLRequests' }),
    ]);
    expect(requiringTls(joined, 'b', 'aws')).toBeUndefined();
  });

  test('refuses plain HTTP in other words too', () => {
    const bool = { Bool: { 'aws:SecureTransport': false } };
    expect(refusesPlainHttp(JSON.stringify({ Statement: { Effect: 'Deny', Condition: bool } }))).toBe(true);
    expect(refusesPlainHttp(JSON.stringify({ Statement: [{ Effect: 'Allow', Condition: bool }] }))).toBe(
      false,
    );
    expect(refusesPlainHttp(undefined)).toBe(false);
    expect(refusesPlainHttp('no policy')).toBe(false);
  });
});
