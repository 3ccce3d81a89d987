import type { Tags } from 'yaml';

/** CloudFormation's short forms, read as what stands behind them: enough to look at what a template says literally. */
export const ignoreTags: Tags = [
  'Ref',
  'Sub',
  'GetAtt',
  'If',
  'Equals',
  'Not',
  'And',
  'Or',
  'Select',
  'Split',
  'Condition',
].flatMap(name => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const },
]);
