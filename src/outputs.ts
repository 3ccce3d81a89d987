import type { Identity } from './aws/identity.ts';
import type { BootstrapReport } from './bootstrap/status.ts';
import { files } from './github/files.ts';
import type { Deployment, Override, ProfileCheck } from './sst/deployment.ts';
import type { StageReport } from './stage/stage.ts';

/** The step's outputs. Those of each stage are set as soon as it has ended, so that a step that fails still says how far it came. */
export const outputs = {
  deployment: ({ stage, app, region }: Deployment) =>
    set({ stage: stage?.name ?? '', app: app ?? '', region: region.name }),

  /** The profile that would have overridden the credentials, empty if there is none; or that it was not checked. */
  profile: ({ verdict }: ProfileCheck, override: Override | undefined) =>
    set({ profile: verdict === 'not checked' ? verdict : (override?.profile ?? '') }),

  identity: ({ account, arn }: Identity) => set({ 'aws-account-id': account, 'authenticated-arn': arn }),

  bootstrap: ({ status, record }: BootstrapReport) =>
    set({
      'bootstrap-status': status,
      'bootstrap-version': record ? String(record.version) : '',
      'state-bucket': record?.state ?? '',
      'asset-bucket': record?.asset ?? '',
      'asset-ecr-url': record?.assetEcrUrl ?? '',
    }),

  stage: ({ exists, lockedBy }: StageReport) =>
    set({ 'stage-exists': exists === undefined ? '' : String(exists), 'locked-by': lockedBy }),
};

function set(OUTPUT: Readonly<Record<string, string>>): void {
  files.leave({ OUTPUT });
}
