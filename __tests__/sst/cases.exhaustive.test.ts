// Runs the guard on the projects of the table that are about modules, and on those on which older versions of SST differ.
import { asOf, CORE_CASES, MODULE_CASES, OLDER_VERSIONS } from './cases/index.ts';
import { judged } from './judged.ts';

test.each(MODULE_CASES)('$name', expected => judged(expected));

describe.each(OLDER_VERSIONS)('by SST %s, installed beside the config', version => {
  const installed = JSON.stringify({ name: 'sst', version });
  const cases = CORE_CASES.filter(({ older }) => older).map(expected => {
    const files = { ...expected.files, 'node_modules/sst/package.json': installed };
    return { ...asOf(version, expected), files };
  });
  test.each(cases)('$name', expected => judged(expected));
});
