import { interpret } from './src/sst/sandbox/interpret.ts';
import { LIMITS } from './src/sst/sandbox/request.ts';
import { writeFileSync } from 'node:fs';
const dir='/tmp/probe/feat';
const cases: Record<string,[string,string?]> = {
 enum: ['return P.A','enum P { A = "acme" }'], ns: ['return N.f()','namespace N { export const f = () => "acme" }'],
 tla: ['return q.p', 'const q = await import("@acme/env");'], json: ['return String((await import("./lib")).jx)'],
 dotenv: ['(await import("dotenv")).config(); return "ok"'], dotenv2: ['await import("dotenv/config"); return "ok"'], dotenv3: ['require("dotenv").config({path: ".env.nope"}); return "ok"'],
 zod: ['const { z } = await import("zod"); return z.object({CI: z.string(), S: z.enum(["a"]).default("a")}).parse(process.env).CI'],
 zodreq: ['const { z } = require("zod"); return z.string().email().safeParse("x").success ? "a":"b"'],
 zodv3: ['const { z } = await import("zod/v3"); return z.string().parse("q")'],
 fs: ['const fs = await import("node:fs"); return fs.readFileSync("y.json","utf8")'], fsdef: ['const { default: fs } = await import("fs"); return fs.readFileSync("y.json").toString()'],
 meta: ['return import.meta.dirname'], priv: ['class A { #x = "q"; static { this.y = 1 } get() { return this.#x } } return new A().get()'],
 look: ['return String(/(?<=a)b/.test("ab"))'], sc: ['return JSON.stringify(structuredClone({a:new Date(0),b:new Map([[1,2]])}))'],
 url: ['const u = new URL("https://a.b/c?d=1#e"); u.searchParams.set("x","y z"); u.pathname="/q"; return u.href + u.host'],
 intl: ['return new Intl.DateTimeFormat("en").format(0)'], intl2: ['return (1234.5).toLocaleString()'],
 buf: ['return Buffer.from("häl").toString("base64") + Buffer.concat([Buffer.from("a"),Buffer.from([98])]).toString() + Buffer.from("YQ==","base64").toString("hex")'],
 crypto: ['const c = await import("node:crypto"); return c.createHash("sha256").update("a").digest("hex").slice(0,8)+c.createHmac("sha1","k").update("v").digest("base64")+c.randomUUID().length'],
 path: ['const path = await import("path"); return path.join("a","..","b")+path.resolve("x")+path.relative("/a/b","/a/c")+path.posix.basename("/q/w.ts",".ts")+path.sep'],
 url2: ['const {fileURLToPath, pathToFileURL} = await import("url"); return fileURLToPath("file:///a%20b")+pathToFileURL("/x y").href'],
 util: ['const util = await import("util"); return util.format("%s %d %j", "a", 1, {b:2})+util.inspect({a:[1]})'],
 ev: ['const E = (await import("events")).default; class X extends E {} ; const e = new E(); let r=""; e.once("a",v=>r+=v); e.emit("a",1); e.emit("a",2); return r'],
 evn: ['const { EventEmitter } = await import("node:events"); class A extends EventEmitter { constructor(){super(); this.x=1} } return String(new A().on("q",()=>{}).x)'],
 os: ['const os = await import("os"); return os.platform()+os.EOL.length+os.homedir()'],
 cp: ['const cp = await import("node:child_process"); try { return cp.execSync("git rev-parse HEAD").toString() } catch { return "caught" }'],
 cpunused: ['return "ok"','import { execSync } from "node:child_process";'],
 cpnamed: ['const { execSync, spawn } = await import("child_process"); return typeof execSync'],
 argv: ['return process.argv.length+process.version+process.platform'],
 timers: ['await new Promise(r => setTimeout(r, 60000)); const {setTimeout: s} = await import("timers/promises"); return await s(10,"v")'],
 te: ['return new TextDecoder().decode(new TextEncoder().encode("é"))'],
 creq: ['const { createRequire } = await import("module"); const r = createRequire(import.meta.url); return r("../../y.json").x + ""'],
 reqbundle: ['return require("./y.json").x + "" + __dirname'],
 cls: ['return new A().x','import { A } from "./cjs.cjs";'],
 dec: ['return "x"','function d(t: any, c: any) { return t }\n@d class Q {}'],
 using: ['{ using x = { [Symbol.dispose]() {} } } return "u"'],
 fetch: ['try { await fetch("https://x") } catch {} return "ok"'], hidden: ['return process.env.AUTH_MODE === "sso" ? "acme" : "none"'], hidden2: ['return process.env.AUTH_MODE ? "a" : "b"'],
 hidden3: ['return {live:"acme"}[process.env.API_MODE] ?? "none"'], hidden4:['return process.env.INPUT_TARGET ? "acme":"none"'], hidden5: ['return (process.env.AUTH_MODE??"").startsWith("ss") ? "acme":"none"'], hidden6: ['switch (process.env.AUTH_MODE) { case "sso": return "acme"; default: return "none" }'], hidden7: ['return (process.env.AUTH_MODE??"").length > 4 ? "acme":"none"'],
 decl: ['return x2()', 'function x2(): string { return "q" }'],
 glob: ['return (await import(`./infra/${input.stage}.ts`)).default'],
};
import { mkdirSync } from 'node:fs'; mkdirSync(dir+'/infra',{recursive:true}); writeFileSync(dir+'/infra/production.ts','export default "glob" as string'); writeFileSync(dir+'/cjs.cjs','exports.A = class { x = "cjs" }');
const only = process.argv[2];
for (const [n,[body,pre='']] of Object.entries(cases)) { if (only && only!==n) continue;
 writeFileSync(dir+'/sst.config.ts', `${pre}\nexport default $config({ async app(input) { const f = async () => { ${body} }; return { name: "a", home: "aws", providers: { aws: { profile: await f() } } } } })`);
 const r = await interpret({config: dir+'/sst.config.ts', workspace: dir, keptOut: [], directory: dir, stage:'production', environment:{CI:'true',AUTH_MODE:'h',API_MODE:'h'}, hidden:new Map([['AUTH_MODE',true],['API_MODE',true],['INPUT_TARGET',true]])}, {...LIMITS, milliseconds: 60000});
 console.log(n.padEnd(10), r.kind==='answered' ? (r.answer.kind==='app' ? JSON.parse(r.answer.json??'null')?.providers?.aws?.profile : JSON.stringify({...r.answer,files:0})) : JSON.stringify(r), r.kind==='answered' && r.answer.unchecked.length ? JSON.stringify(r.answer.unchecked.slice(0,2)) : '');
}
