import { body, type Case, returning, staging } from './case.ts';

const printed = JSON.stringify('~j{"name":"shop","home":"aws","providers":{"aws":{"profile":"staging"}}}');
const none = returning('{}');

/** Configs that print lines which SST reads as their answer, or that end in another way than by returning it. */
export const OUTPUT: readonly Case[] = [
  {
    name: 'a line on the console after app()',
    files: body(`setTimeout(() => console.log(${printed}), 10); ${none}`),
    uses: staging,
  },
  {
    name: 'a line among the errors after app()',
    files: body(`setTimeout(() => console.error(${printed}), 10); ${none}`),
    uses: staging,
  },
  {
    name: 'a line on the console before app() returns',
    files: body(`console.log(${printed}); ${none}`),
    uses: 'exported',
  },
  {
    name: 'a line on the console, and an exit',
    files: body(`console.log(${printed}); process.exit(0); ${none}`),
    uses: staging,
  },
  {
    name: 'a line that SST finds too long',
    files: body('return { name: "shop", home: "aws", more: "x".repeat(70000) };'),
    uses: 'refused',
  },
  {
    name: 'a line of process.nextTick',
    files: body(`process.nextTick(() => console.log(${printed})); ${none}`),
    uses: staging,
  },
  {
    name: 'a promise before process.nextTick, and both before a timer',
    files: body(
      `const order = []; const note = name => () => order.push(name); setTimeout(note("timer")); process.nextTick(note("tick")); Promise.resolve().then(note("promise")); await new Promise(done => setTimeout(done, 5)); ${returning('{ profile: order.join() === "promise,tick,timer" ? "staging" : undefined }')}`,
    ),
    uses: staging,
  },
  {
    name: "a line of process.on('exit')",
    files: body(`process.on("exit", () => console.log(${printed})); ${none}`),
    uses: staging,
  },
  {
    name: "a line of process.on('exit'), by process.exit()",
    files: body(`process.on("exit", () => console.log(${printed})); process.exit();`),
    uses: staging,
  },
  {
    name: "a line of process.on('beforeExit'), by a timer",
    files: body(`process.once("beforeExit", () => setTimeout(() => console.log(${printed}), 1)); ${none}`),
    uses: staging,
  },
  {
    name: 'process.exitCode',
    files: body(`process.exitCode = 3; ${none}`),
    uses: 'refused',
  },
  {
    name: "an error that process.on('uncaughtException') handles",
    files: body(
      `process.on("uncaughtException", () => console.log(${printed})); setTimeout(() => { throw new Error("x"); }, 1); ${none}`,
    ),
    uses: staging,
  },
  {
    name: 'console.group around the answer',
    files: body(`console.group("deploy"); ${none}`),
    uses: 'refused',
  },
  {
    name: 'console.group around a line',
    files: body(`setTimeout(() => { console.group(); console.log(${printed}); }, 1); ${none}`),
    uses: 'exported',
  },
  {
    name: 'console.group that ends',
    files: body(
      `console.group("deploy"); console.log("x"); console.groupEnd(); ${returning('{ profile: "staging" }')}`,
    ),
    uses: staging,
  },
  {
    name: 'the label of console.group',
    files: body(`setTimeout(() => console.group(${printed}), 1); ${none}`),
    uses: staging,
  },
  {
    name: 'lines of console.dir, console.trace and of an object',
    files: body(
      `setTimeout(() => { const text = ${printed}; console.dir(text); console.trace(text); console.log({ text: "\\n" + text }); }, 1); ${none}`,
    ),
    uses: 'exported',
  },
];
