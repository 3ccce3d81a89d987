// The first requests of a deploy: asks AWS for its identity, with the credentials in the environment, and lists the
// state bucket.
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const identity = await new STSClient({}).send(new GetCallerIdentityCommand({}));
console.log(`I am ${identity.Arn}`);
const { Parameter } = await new SSMClient({}).send(new GetParameterCommand({ Name: '/sst/bootstrap' }));
const { state } = JSON.parse(Parameter?.Value ?? '{}') as { state?: string };
const listing = await new S3Client({ forcePathStyle: true }).send(
  new ListObjectsV2Command({ Bucket: state }),
);
console.log(`${state} holds ${listing.KeyCount} objects`);
