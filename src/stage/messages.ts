import { Denied, type Refused } from '../aws/errors.ts';
import { lines, place, statementFor, type Where } from '../aws/messages.ts';
import type { Session } from '../credentials/session.ts';
import { NOTHING_EXPORTED, type Problem } from '../failure.ts';
import { plain } from '../text.ts';
import type { AppStage } from './stage.ts';
import type { CutOff, Durations, SessionTime } from './updates.ts';

/** How many other stages are named. */
const NAMED = 10;

/** How long the last updates took, as a clause. */
export function durationWords({ count, median, longest }: Durations): string {
  if (count === 1) return `the last update took ${span(longest)}`;
  return `the last ${count} updates took ${span(median)} (median), at most ${span(longest)}`;
}

/** Why `new-stage: fail` cannot tell, if nothing was looked at. */
export const NOT_LOOKED =
  'the bootstrap was not checked, the app or the stage is not known, or the state is not kept in AWS';

/** Why S3 was not able to say something, in parentheses. */
export const becauseOf = (refused: Refused): string =>
  refused instanceof Denied ? refused.permission.action : plain(`S3: ${refused.code}`, 60);

/** Something of the stage was not looked at: a notice, since the deploy itself is not affected. */
export function notChecked(looks: ReadonlyMap<string, Refused>, where: Where): Problem {
  const refusals = [...looks.values()];
  const reasons = new Set(refusals.map(becauseOf));
  const statements = refusals.flatMap(refused =>
    refused instanceof Denied ? statementFor(refused.permission, where) : [],
  );
  return {
    title: `Not checked: ${[...looks.keys()].join(', ')}`,
    what: `S3 did not let this step look at the state of the stage in ${place(where)} (${[...reasons].join(', ')}). Everything else was checked.`,
    next:
      statements.length > 0
        ? lines("To have it checked, add this to the role's policy:", ...new Set(statements))
        : undefined,
  };
}

export function stageIsNew({ app, stage }: AppStage, stages: readonly string[], where: Where): Problem {
  const others = closestFirst(
    stages.filter(name => name !== stage),
    stage,
  );
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  return {
    title: `The stage ${stage} is new`,
    what: `The stage ${stage} of ${app} was never deployed in ${place(where)}: it has neither a state nor a passphrase there. \`new-stage: fail\` is set. ${NOTHING_EXPORTED}`,
    next: lines(
      others.length > 0
        ? `Stages of ${app} there, the closest name first: ${others.slice(0, NAMED).join(', ')}${more}. If you meant one of them, correct \`stage\`.`
        : `No stage of ${app} was ever deployed there: check that the role and the region are the right ones.`,
      'To deploy a new stage on purpose, write `new-stage: allow` for that run.',
    ),
  };
}

/** `new-stage: fail`, and it cannot be told. @param refused undefined if nothing was looked at. */
export function newStageNotChecked(refused: Refused | undefined, where: Where): Problem {
  const reason = refused ? becauseOf(refused) : NOT_LOOKED;
  return {
    title: 'It is not known whether the stage is new',
    what: `\`new-stage: fail\` is set, but this step could not check in ${place(where)} whether the stage was deployed before (${reason}). ${NOTHING_EXPORTED}`,
    next:
      refused instanceof Denied
        ? lines(
            "Add this to the role's policy:",
            statementFor(refused.permission, where),
            'or write `new-stage: allow`.',
          )
        : 'Run the job again, or write `new-stage: allow`.',
  };
}

/** The newest update has not ended, and nothing is locked. */
export function cutOff({ app, stage }: AppStage, { id, started, ...record }: CutOff): Problem {
  const command = record.command === '' ? '' : ` (\`sst ${plain(record.command, 40)}\`)`;
  const run = record.runId === '' ? '' : `, run ${plain(record.runId, 200)}`;
  const how =
    record.outcome === 'unlocked'
      ? 'did not complete and was unlocked by force'
      : 'never ended: it was killed, or SST stopped before it changed anything';
  return {
    title: `The last deploy of stage ${stage} was cut off`,
    what: `The last update of the stage ${stage} of ${app}${command}, started ${started.toISOString()}, update ${id}${run}, ${how}.`,
    next: `If it was changing resources, expect pending operations: run \`sst refresh --stage ${stage}\` before you deploy.`,
  };
}

export function passphraseMissing({ app, stage }: AppStage, where: Where): Problem {
  const name = `/sst/passphrase/${app}/${stage}`;
  return {
    title: `The passphrase of stage ${stage} is gone`,
    what: `There is a state of ${app} in stage ${stage} in ${place(where)}, but not its passphrase, the parameter ${name}. SST would make a new one and could not read the secrets in the state.`,
    next: lines(
      'Before you deploy, put the old value back as a SecureString. It is in a backup, or in the account or region that the state was copied from:',
      `  aws ssm put-parameter --name ${name} --region ${where.region} --type SecureString --value …`,
    ),
  };
}

export function sessionShort(
  { stage }: AppStage,
  { longest, count }: Durations,
  { left, advised, capped }: SessionTime,
  { chained, inPlace }: Pick<Session, 'chained' | 'inPlace'>,
): Problem {
  const last = count === 1 ? 'the last update' : `the longest of the last ${count} updates`;
  const what = `The session lasts ${span(left)} more, and ${last} of the stage ${stage} took ${span(longest)}. A deploy that takes longer than its session fails half-way.`;
  let limit = capped ? ' A session lasts 12 hours at most.' : '';
  let next = lines(
    `Write \`role-duration-seconds: ${advised}\` under \`with:\` of this step. The role's maximum session duration must allow it:`,
    `  aws iam update-role --role-name … --max-session-duration ${Math.max(advised, 3600)}`,
  );
  if (inPlace) {
    limit = '';
    next = 'The credentials were in the environment already: get credentials that last longer.';
  } else if (capped && chained) {
    limit = ' With role chaining, a session lasts one hour at most.';
    next =
      'Assume the role directly with OIDC, without the first role. Then `role-duration-seconds` can be up to 43200.';
  }
  return { title: 'The session might end before the deploy', what: what + limit, next };
}

/** A duration in its two largest units. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The names in the order of their likeness to the wanted one, the closest first; equally close ones in their own order. */
export function closestFirst(names: readonly string[], wanted: string): string[] {
  const distances = new Map(names.map(name => [name, distance(name.toLowerCase(), wanted.toLowerCase())]));
  return [...names].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}

/** Levenshtein's distance: how many characters have to be inserted, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
