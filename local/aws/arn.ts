/** The partition that a region belongs to: the second field of its ARNs. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return 'aws';
}

/** The domain under which the partition's services have their host names. */
export function dnsSuffix(region: string): string {
  return { 'aws-cn': 'amazonaws.com.cn', 'aws-eusc': 'amazonaws.eu' }[partitionOf(region)] ?? 'amazonaws.com';
}

/** The ARN of a Systems Manager parameter; a name's leading slash is not doubled. */
export function parameterArn(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
}

/** The ARN of an ECR repository. */
export function repositoryArn(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${name}`;
}

/** The ARN of a bucket, or of an object in it; S3's have neither region nor account. */
export function bucketArn(region: string, bucket: string, key?: string): string {
  return `arn:${partitionOf(region)}:s3:::${bucket}${key === undefined ? '' : `/${key}`}`;
}

/** The account in an ARN, its fifth field. */
export function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
