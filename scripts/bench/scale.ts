// Measures how requests, time and memory grow for large projects, organisations and accounts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { putObject } from '../../local/aws/s3-objects.ts';
import { startServices } from '../../local/services.ts';
import { bootstrapped, deployedBefore } from './account.ts';
import { atDistance, type Distance } from './distance.ts';
import { type Case, credentialsAlone, peakMemory, type Sample, sample } from './sample.ts';
import { median, printTable, quantile, quartiles } from './table.ts';

/** Milliseconds to AWS and back, in all measurements. */
const DISTANCE = 30;

/** Measures each way to grow, and prints a table for each. @param whole the whole job on the sample. @param scratch an empty folder. */
export async function scale(whole: Case, runs: number, scratch: string, markdown: boolean): Promise<void> {
  const print = (head: string[], rows: string[][]) => printTable(head, rows, markdown);
  print(HEAD('Files that the config imports'), await importGraphs(whole, runs, scratch));
  print(HEAD('Objects in the state bucket'), await stateBuckets(whole, runs, scratch));
  print(
    ['Jobs at once', 'STS allows per second', 'Median', 'Last', 'Requests to STS', 'Answers'],
    await crowds(whole, scratch),
  );
}

const HEAD = (what: string) => [what, 'Median', 'Quartiles', 'Requests', 'Peak memory'];

async function importGraphs(whole: Case, runs: number, scratch: string): Promise<string[][]> {
  const services = await startServices();
  bootstrapped(services);
  deployedBefore(services);
  const distance = await atDistance(services, DISTANCE, scratch);
  const rows: string[][] = [];
  for (const files of [1, 100, 1000]) {
    const workspace = path.join(scratch, `graph-${files}`);
    writeGraph(workspace, files);
    const { 'working-directory': _, ...inputs } = whole.inputs;
    rows.push([`${files}`, ...(await measured(distance, { ...whole, inputs, workspace }, runs))]);
  }
  await distance.close();
  await services.close();
  return rows;
}

/** A config whose `app` imports one file. Each file imports up to ten others. */
function writeGraph(workspace: string, files: number): void {
  mkdirSync(path.join(workspace, 'infra'), { recursive: true });
  writeFileSync(
    path.join(workspace, 'sst.config.ts'),
    `export default $config({
  async app() {
    const { count } = await import('./infra/0');
    return { name: 'shop', home: 'aws', providers: { aws: { defaultTags: { tags: { files: String(count) } } } } };
  },
  async run() {},
});
`,
  );
  for (let file = 0; file < files; file++) {
    const imported = Array.from({ length: 10 }, (_, index) => 10 * file + index + 1).filter(
      one => one < files,
    );
    writeFileSync(
      path.join(workspace, 'infra', `${file}.ts`),
      `${imported.map(one => `import { count as count${one} } from './${one}';\n`).join('')}
export interface Settings${file} { readonly name: string; readonly size: number }
const settings: Settings${file} = { name: 'part ${file}', size: 1 };
export const count: number = settings.size${imported.map(one => ` + count${one}`).join('')};
`,
    );
  }
}

/** Some 300 bytes each in a listing: 35,000 of them are 10 MB of XML. */
async function stateBuckets(whole: Case, runs: number, scratch: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [objects, before] of [
    [0, true],
    [35_000, true],
    [0, false],
    [35_000, false],
  ] as const) {
    const services = await startServices();
    const { state } = bootstrapped(services);
    if (before) deployedBefore(services);
    const bucket = services.aws.state.buckets.get(state);
    for (let one = 0; bucket && one < objects; one++) {
      putObject(bucket, `snapshot/shop/pr-${one % 400}/${String(one).padStart(80, '0')}.json`, '{}', 0);
    }
    const distance = await atDistance(services, DISTANCE, scratch);
    const what = `${objects}${before ? '' : ', first deploy of the stage'}`;
    rows.push([what, ...(await measured(distance, whole, runs))]);
    await distance.close();
    await services.close();
  }
  return rows;
}

async function measured(distance: Distance, one: Case, runs: number): Promise<string[]> {
  const samples: Sample[] = [];
  for (let run = 0; run <= runs; run++) {
    const taken = await sample(distance, one);
    if (run > 0) samples.push(taken);
  }
  const times = samples.map(({ ms }) => ms);
  const peak = await peakMemory(distance, one);
  return [
    `${median(times).toFixed(0)} ms`,
    quartiles(times),
    String(Math.max(...samples.map(({ requests }) => requests))),
    peak === undefined ? '–' : `${peak.toFixed(0)} MB`,
  ];
}

/** Credentials alone, all started at once. */
async function crowds(whole: Case, scratch: string): Promise<string[][]> {
  const alone = credentialsAlone(whole);
  const rows: string[][] = [];
  for (const [jobs, perSecond] of [
    [10, 10],
    [100, 100],
    [100, 10],
  ] as const) {
    const services = await startServices();
    const distance = await atDistance(services, DISTANCE, scratch);
    services.aws.limit({ service: 'sts', perSecond });
    const samples = await Promise.all(Array.from({ length: jobs }, () => sample(distance, alone)));
    const times = samples.map(({ ms }) => ms);
    const requests = services.aws.requests.filter(({ service }) => service === 'sts');
    const tries = new Map<string, number>();
    for (const { code = 'ok' } of requests) tries.set(code, (tries.get(code) ?? 0) + 1);
    rows.push([
      String(jobs),
      String(perSecond),
      `${(median(times) / 1000).toFixed(1)} s`,
      `${(quantile(times, 1) / 1000).toFixed(1)} s`,
      String(requests.length),
      [...tries].map(([code, count]) => `${count} ${code}`).join(', '),
    ]);
    await distance.close();
    await services.close();
  }
  return rows;
}
