/** An AWS partition: the `aws` of `arn:aws:…`. */
export type Partition =
  | 'aws'
  | 'aws-cn'
  | 'aws-us-gov'
  | 'aws-eusc'
  | 'aws-iso'
  | 'aws-iso-b'
  | 'aws-iso-e'
  | 'aws-iso-f';

// Longest prefix first: `us-isob-` must not be taken for `us-iso-`. From the partitions file of the AWS SDKs.
const PARTITIONS: ReadonlyArray<readonly [prefix: string, partition: Partition]> = [
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isof-', 'aws-iso-f'],
  ['us-iso-', 'aws-iso'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['cn-', 'aws-cn'],
];

const CONSOLES: Partial<Record<Partition, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

// From the partitions file of the AWS SDKs.
const DNS_SUFFIXES: Record<Partition, string> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
  'aws-eusc': 'amazonaws.eu',
  'aws-iso': 'c2s.ic.gov',
  'aws-iso-b': 'sc2s.sgov.gov',
  'aws-iso-e': 'cloud.adc-e.uk',
  'aws-iso-f': 'csp.hci.ic.gov',
};

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** Whether the text has the form of a region's name, such as `us-east-1` or `eusc-de-east-1`. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** The partition that a region belongs to; `aws` for every region that no other partition's prefix claims. */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

/** What the hosts of AWS' services in a region end with. */
export function dnsSuffix(region: string): string {
  return DNS_SUFFIXES[partitionOf(region)];
}

/** The host of the AWS console of a partition, or undefined where there is no public one. */
export function consoleHost(partition: Partition): string | undefined {
  return CONSOLES[partition];
}
