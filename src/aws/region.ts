// From the partitions file of the AWS SDKs. `console`: the host of the AWS console, if there is a public one.
const PARTITIONS = {
  'aws-iso': { region: /^us-iso-/, dnsSuffix: 'c2s.ic.gov', console: undefined },
  'aws-iso-b': { region: /^us-isob-/, dnsSuffix: 'sc2s.sgov.gov', console: undefined },
  'aws-iso-e': { region: /^eu-isoe-/, dnsSuffix: 'cloud.adc-e.uk', console: undefined },
  'aws-iso-f': { region: /^(us|eu)-isof-/, dnsSuffix: 'csp.hci.ic.gov', console: undefined },
  'aws-us-gov': { region: /^us-gov-/, dnsSuffix: 'amazonaws.com', console: 'console.amazonaws-us-gov.com' },
  'aws-eusc': { region: /^eusc-/, dnsSuffix: 'amazonaws.eu', console: 'console.amazonaws-eusc.eu' },
  'aws-cn': { region: /^cn-/, dnsSuffix: 'amazonaws.com.cn', console: 'console.amazonaws.cn' },
  aws: { region: /^/, dnsSuffix: 'amazonaws.com', console: 'console.aws.amazon.com' },
} as const;

/** An AWS partition: the `aws` of `arn:aws:…`. */
export type Partition = keyof typeof PARTITIONS;

/** Whether the text has the form of a region's name, such as `us-east-1` or `eusc-de-east-1`. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text);
}

/** The partition that a region belongs to; `aws` for every region that no other partition claims. */
export function partitionOf(region: string): Partition {
  const names = Object.keys(PARTITIONS) as Partition[];
  return names.find(name => PARTITIONS[name].region.test(region)) ?? 'aws';
}

/** What the hosts of AWS' services in a region end with. */
export function dnsSuffix(region: string): string {
  return PARTITIONS[partitionOf(region)].dnsSuffix;
}

/** The host of the AWS console of a partition, or undefined if there is no public one. */
export function consoleHost(partition: Partition): string | undefined {
  return PARTITIONS[partition].console;
}
