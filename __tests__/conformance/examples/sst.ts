// Instead of `npx sst deploy`: asks AWS for its identity, with the credentials in the environment.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
const { SST_STAGE, AWS_REGION } = process.env;
console.log(`npx ${process.argv.slice(2).join(' ')}: stage=${SST_STAGE} region=${AWS_REGION} as ${Arn}`);
