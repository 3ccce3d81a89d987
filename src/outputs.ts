import { type Findings, profileCheckOf } from './report/findings.ts';

/** The step's outputs, as far as it has come. */
export function outputsOf(findings: Findings): Readonly<Record<string, string>> {
  const { deployment, session, bootstrap, stage } = findings;
  const { verdict } = profileCheckOf(findings);
  return {
    ...(deployment && {
      stage: deployment.stage?.name ?? '',
      app: deployment.app ?? '',
      region: deployment.region.name,
      // The profile that would have overridden the credentials, empty if there is none; or that it was not checked.
      profile: verdict === 'not checked' ? verdict : (deployment.override?.profile ?? ''),
    }),
    ...(session && { 'aws-account-id': session.identity.account, 'authenticated-arn': session.identity.arn }),
    ...(bootstrap && {
      'bootstrap-status': bootstrap.status,
      'bootstrap-version': bootstrap.record ? String(bootstrap.record.version) : '',
      'state-bucket': bootstrap.record?.state ?? '',
      'asset-bucket': bootstrap.record?.asset ?? '',
      'asset-ecr-url': bootstrap.record?.assetEcrUrl ?? '',
    }),
    ...(stage && { 'stage-exists': String(stage.exists ?? ''), 'locked-by': stage.lockedBy }),
  };
}
