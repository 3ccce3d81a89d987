import type { Tags } from 'yaml';

/** CloudFormation's short forms, read as their arguments. That is enough to compare the literal texts of a template. */
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
