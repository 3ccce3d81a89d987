// Longest prefix first: `us-isob-` must not be taken for `us-iso-`. From the partitions file of the AWS SDKs.
const PARTITIONS = {
  'aws-iso-b': { regions: ['us-isob-'], dnsSuffix: 'sc2s.sgov.gov', console: undefined },
  'aws-iso-e': { regions: ['eu-isoe-'], dnsSuffix: 'cloud.adc-e.uk', console: undefined },
  'aws-iso-f': { regions: ['us-isof-', 'eu-isof-'], dnsSuffix: 'csp.hci.ic.gov', console: undefined },
  'aws-iso': { regions: ['us-iso-'], dnsSuffix: 'c2s.ic.gov', console: undefined },
  'aws-us-gov': {
    regions: ['us-gov-'],
    dnsSuffix: 'amazonaws.com',
    console: 'console.amazonaws-us-gov.com',
  },
  'aws-eusc': { regions: ['eusc-'], dnsSuffix: 'amazonaws.eu', console: 'console.amazonaws-eusc.eu' },
  'aws-cn': { regions: ['cn-'], dnsSuffix: 'amazonaws.com.cn', console: 'console.amazonaws.cn' },
  aws: { regions: [''], dnsSuffix: 'amazonaws.com', console: 'console.aws.amazon.com' },
} as const;

/** An AWS partition: the `aws` of `arn:aws:…`. */
export type Partition = keyof typeof PARTITIONS;

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** Whether the text has the form of a region's name, such as `us-east-1` or `eusc-de-east-1`. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** The partition that a region belongs to; `aws` for every region that no other partition's prefix claims. */
export function partitionOf(region: string): Partition {
  const names = Object.keys(PARTITIONS) as Partition[];
  return names.find(name => PARTITIONS[name].regions.some(prefix => region.startsWith(prefix))) ?? 'aws';
}

/** What the hosts of AWS' services in a region end with. */
export function dnsSuffix(region: string): string {
  return PARTITIONS[partitionOf(region)].dnsSuffix;
}

/** The host of the AWS console of a partition, or undefined if there is no public one. */
export function consoleHost(partition: Partition): string | undefined {
  return PARTITIONS[partition].console;
}
