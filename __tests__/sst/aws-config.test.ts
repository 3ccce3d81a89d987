import { regionIn } from '../../src/sst/aws-config.ts';

// Each result is what SST 4.17.1 read from the same file.
test.each([
  ['[default]\nregion = eu-west-1\n', 'eu-west-1'],
  ['[default]\nREGION=eu-west-1', 'eu-west-1'],
  ['[default]\nregion = eu-west-1 # mine\n', 'eu-west-1'],
  ['[default]\nregion = eu-west-1 ; mine\n', 'eu-west-1'],
  ['[default]\n  region = eu-west-1\n', 'eu-west-1'],
  ['[default]\nregion = "eu-west-1"\n', 'eu-west-1'],
  ['[ default ]\nregion = eu-west-1\n', 'eu-west-1'],
  ['[default]\nregion = us-west-1\nregion = eu-west-1\n', 'eu-west-1'],
  ['[default]\ns3 =\n  region = us-west-1\noutput = json\n', undefined],
  ['[default]\ns3 =\n  region = us-west-1\nregion = eu-west-1\n', 'eu-west-1'],
  ['[profile default]\nregion = eu-west-1\n', 'eu-west-1'],
  ['[default]\nregion = us-west-1\n[profile default]\nregion = eu-west-1\n', 'eu-west-1'],
  ['[profile default]\nregion = eu-west-1\n[default]\nregion = us-west-1\n', 'eu-west-1'],
  ['[profile staging]\nregion = us-west-1\n', undefined],
  ['# region = us-west-1\n', undefined],
  ['', undefined],
])('%j', (text, region) => {
  expect(regionIn(text, 'config', 'default')).toBe(region);
});

test('a section of the config file has `profile` before its name, one of the credentials file has not', () => {
  const text = '[staging]\nregion = eu-west-1\n';
  expect(regionIn(text, 'config', 'staging')).toBeUndefined();
  expect(regionIn(text, 'credentials', 'staging')).toBe('eu-west-1');
});
