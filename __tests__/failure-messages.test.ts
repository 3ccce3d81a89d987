import { FILE, SOURCE, TOKEN_SERVICE } from '../src/credentials/messages.ts';
import { noPlainKeys, noSessionInAnswer } from '../src/credentials/refusal-messages.ts';
import { Failure } from '../src/failure.ts';
import { NOTHING_EXPORTED, outOfTime, problemOf, summaryNotWritten } from '../src/failure-messages.ts';
import { badInputs, TAKES } from '../src/inputs/messages.ts';
import { DIAGRAM, profileSentence, SUMMARY, sessionEnds, summaryTitle } from '../src/report/messages.ts';
import { deployment, session } from './report/findings.ts';

test('how a step ends', () => {
  const known = { title: 'Known', what: 'It was expected.' };
  expect(problemOf(new Failure(known))).toBe(known);
  expect([
    outOfTime(30),
    problemOf(new TypeError('x is not a function')),
    problemOf('thrown text'),
    summaryNotWritten('ENOSPC: no space left on device'),
    noPlainKeys(100),
    noSessionInAnswer('arn:aws:iam::123456789012:role/sst-deploy'),
  ]).toMatchSnapshot();
});

test('inputs that are refused, and what each takes', () => {
  const { oneOf, integer, tags, ...texts } = TAKES;
  expect([
    badInputs([{ input: 'stage', given: 'a/b', takes: TAKES.stage }]),
    badInputs([
      { input: 'aws-secret-access-key', takes: TAKES.secret },
      { input: 'comment', given: 'yes', takes: TAKES.flag },
    ]),
    texts,
    [oneOf(['fail', 'warn']), integer(900, 43_200), integer(Number.MIN_SAFE_INTEGER, 1000)],
    [
      tags.object,
      tags.atMost(36, 50),
      tags.scalar('"Team"'),
      tags.keyLength(128, '""'),
      tags.valueLength(256, '"Team"'),
      tags.characters('"Team!"'),
      tags.other('"GitHub"'),
    ],
  ]).toMatchSnapshot();
});

test('the names of sources and files', () => {
  const { profile, session: of, ...sources } = SOURCE;
  const { link, irregular, held, empty } = FILE;
  expect([
    { ...sources, profile: profile('dev'), session: of('sst-deploy') },
    [empty, link('/a'), irregular('/a'), held('/a.lock')],
    [TOKEN_SERVICE.empty, TOKEN_SERVICE.late(15)],
  ]).toMatchSnapshot();
});

test('the words of the summary', () => {
  const override = { profile: 'acme', by: 'config' } as const;
  const now = new Date('2026-11-21T17:30:00Z');
  expect([
    SUMMARY,
    DIAGRAM,
    NOTHING_EXPORTED,
    summaryTitle({ deployment, session, exported: [] }),
    summaryTitle({ deployment, problem: { title: 'A *title*', what: '' } }),
    summaryTitle({}),
    [sessionEnds(session.expires, now), sessionEnds(undefined, now)],
    [
      profileSentence({ verdict: 'not checked', reason: 'there is no `sst.config.ts`' }, undefined),
      profileSentence({ verdict: 'none' }, undefined),
      profileSentence({ verdict: 'wins' }, override),
      profileSentence({ verdict: 'wins' }, { by: '.env' }),
      profileSentence({ verdict: 'ignored' }, override),
    ],
  ]).toMatchSnapshot();
});
