import * as core from '@actions/core';
import { type Place, type Problem, problemText } from '../failure.ts';

/** What the action prints for the runner, as @actions/core writes it. */
export const runner = {
  /** Registers a value that the runner replaces by `***` in all that is printed from now on, here and in later steps. */
  mask(secret: string): void {
    // A mask of nothing, or of white space, would be refused with a warning.
    if (secret.trim() !== '') core.setSecret(secret);
  },

  info(line: string): void {
    core.info(line);
  },

  /** Shown only when the workflow runs with debug logging. */
  debug(line: string): void {
    core.debug(line);
  },

  startGroup(title: string): void {
    core.startGroup(title);
  },

  endGroup(): void {
    core.endGroup();
  },

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
