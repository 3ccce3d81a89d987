// The record as a SecureString.
import { lines, place, type Where } from '../aws/messages.ts';
import { NOTHING_EXPORTED, type Problem } from '../failure.ts';
import { RECORD } from './names.ts';

/** The record is a SecureString: a notice. SST 4.17.1 reads it without decrypting it. */
export function encryptedRecord(where: Where): Problem {
  return {
    title: 'The SST bootstrap record is encrypted',
    what: `The record ${RECORD} in ${place(where)} is a SecureString. This step decrypts it. SST 4.17 and earlier do not: they cannot read the record, and the deploy fails.`,
    next: lines(
      'Deploy with a version of SST that decrypts the record, or write it again as a String (it holds no secret):',
      ...rewriteCommands(where),
    ),
  };
}

/** AWS does not let the role decrypt the record. */
export function recordNotDecrypted(where: Where, why: string): Problem {
  return {
    title: 'The SST bootstrap record cannot be decrypted',
    what: `The record ${RECORD} in ${place(where)} is a SecureString, and AWS does not let the role decrypt it: ${why}. ${NOTHING_EXPORTED}`,
    next: lines(
      "Allow `kms:Decrypt` on the parameter's KMS key, in the role's policy and in the key's policy.",
      'Or write the record again as a String with a role that can decrypt it (it holds no secret):',
      ...rewriteCommands(where),
    ),
  };
}

/** What to do before `ensure` can write the record. */
export function rewriteAsString(where: Where): string[] {
  return [
    'The record is a SecureString, which `bootstrap: ensure` does not write. First write it again as a String:',
    ...rewriteCommands(where),
  ];
}

function rewriteCommands({ region }: Where): string[] {
  const parameter = `--name ${RECORD} --region ${region}`;
  return [
    `  value=$(aws ssm get-parameter ${parameter} --with-decryption --query Parameter.Value --output text)`,
    `  aws ssm delete-parameter ${parameter}`,
    `  aws ssm put-parameter ${parameter} --type String --value "$value"`,
  ];
}
