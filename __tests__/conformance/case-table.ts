// Evaluates the configs of the case table on the Node that runs it, and prints as JSON how each evaluation ended.
import path from 'node:path';
import { environmentForApp } from '../../src/sst/environment.ts';
import { interpret } from '../../src/sst/sandbox/interpret.ts';
import { LIMITS } from '../../src/sst/sandbox/request.ts';
import { nextStep } from '../../src/sst/variables.ts';
import { CASES, type Case } from '../sst/cases/index.ts';
import { projectWith, removeProjects } from '../sst/project.ts';

async function answerTo({ files, env, cwd, config, stage }: Case): Promise<unknown> {
  const folder = await projectWith(files);
  const evaluation = await interpret(
    {
      config: path.join(folder, config ?? 'sst.config.ts'),
      workspace: folder,
      keptOut: [],
      directory: path.join(folder, cwd ?? '.'),
      stage: stage || 'production',
      ...environmentForApp(nextStep({ CI: 'true', GITHUB_ACTIONS: 'true', HOME: '/home', ...env }, {})),
    },
    LIMITS,
  );
  if (!('unchecked' in evaluation)) return evaluation;
  return [
    evaluation.kind,
    'json' in evaluation ? evaluation.json : evaluation.name,
    evaluation.unchecked.map(({ what }) => what),
  ];
}

const answers: Record<string, unknown> = {};
for (const one of CASES) answers[one.name] = await answerTo(one);
await removeProjects();
process.stdout.write(JSON.stringify(answers), () => process.exit());
