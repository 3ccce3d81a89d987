import * as core from '@actions/core';
import { type Place, type Problem, problemText } from '../failure.ts';

/** How the action speaks to the runner: workflow commands and command files, by @actions/core. */
export const runner = {
  /** Registers a value that the runner replaces by `***` in all that is printed from now on, here and in later steps. */
  mask(secret: string): void {
    // A mask of nothing, or of white space, would be refused with a warning.
    if (secret.trim() !== '') core.setSecret(secret);
  },

  info: core.info,
  debug: core.debug,
  isDebug: core.isDebug,
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  setOutput: core.setOutput,
  exportVariable: core.exportVariable,
  saveState: core.saveState,
  getState: core.getState,

  notice(problem: Problem): void {
    core.notice(problemText(problem), annotation(problem));
  },

  warning(problem: Problem): void {
    core.warning(problemText(problem), annotation(problem));
  },

  /** The one `::error` of a step that fails. */
  error(problem: Problem): void {
    core.error(problemText(problem), annotation(problem));
  },

  /** Appends to the job summary; on a runner without one (no GITHUB_STEP_SUMMARY) does nothing. */
  async summary(markdown: string): Promise<void> {
    if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(markdown, true).write();
  },
};

function annotation({ title, place }: Problem): core.AnnotationProperties {
  return { title, ...(place ? position(place) : {}) };
}

function position({ file, line, column }: Place): core.AnnotationProperties {
  return {
    file,
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
}
