import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
;// CONCATENATED MODULE: ./lib/sst/sandbox/messages.js
// What the child that evaluates a config says, and what `app()` has to return: parts of sentences, for guard-messages.ts
// and ../messages.ts. Nothing here imports anything: the child is small, and starts before all else.
const NO_NETWORK = 'the profile guard evaluates sst.config.ts without network and signals';
const NO_APP = 'the config has no default export with an app() function';
const NEVER_SETTLES = 'it waits for something that never comes: a promise that nobody settles';
const NO_ANSWER = 'no answer that could be read';
const NOT_A_PATH = 'what is no path';
function outside(what) {
    return `${what} is outside of what the profile guard lets a config read`;
}
function notFound(specifier, importer) {
    return `Cannot find ${JSON.stringify(specifier)}, imported from ${importer}`;
}
/** What a property of what `app()` returns takes: "Write …". */
const APP_TAKES = {
    providers: 'an object',
    aws: "an object, or a provider's version as a text",
    profile: 'a text',
    roleArn: "a role's ARN",
    sessionName: '2 to 64 characters out of letters, digits and _+=,.@-',
};

;// CONCATENATED MODULE: ./lib/sst/sandbox/confine.js
// Node's permission model compares paths as they are written. A symbolic link in the repository leads out of it, and
// `link/../..` leads on from where the link leads, even where each path as written is granted (Node 24.21, tried). So
// every function of `fs` that takes a path gets it resolved here, links and all, and compared again.
//
// The config runs in the same realm and may have replaced whatever it can reach: nothing here calls a method of a
// prototype, or anything that was not taken at the start.





const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { realpathSync, promises } = external_node_fs_namespaceObject;
const { resolve, sep } = external_node_path_namespaceObject;
const { isView } = ArrayBuffer;
const decoder = new TextDecoder();
const { decode } = TextDecoder.prototype;
const later = queueMicrotask;
/** What takes no path, or opens it by a function that is confined, or only lists names that match a pattern. */
const NO_PATH = /^(?:[A-Z_].*|.*Stream|glob(?:Sync)?|f(?:chmod|chown|datasync|stat|sync|truncate|utimes)(?:Sync)?|(?:close|read|readv|write|writev)(?:Sync)?)$/;
/** Lets `fs` see what lies in these paths, whatever path leads there, and nothing else. */
function confine(readable) {
    const check = checkerOf(readable);
    for (const name of ownKeys(external_node_fs_namespaceObject)) {
        const original = external_node_fs_namespaceObject[name];
        if (!isFunction(original) || NO_PATH.test(name))
            continue;
        const throws = /Sync$|^(?:un)?watch/.test(name);
        replace(external_node_fs_namespaceObject, name, throws ? throwing(original, check, name) : answering(original, check, name), original);
    }
    for (const name of ownKeys(promises)) {
        const original = promises[name];
        if (isFunction(original) && name !== 'glob')
            replace(promises, name, promising(original, check), original);
    }
    replace(external_node_fs_namespaceObject.realpathSync, 'native', throwing(realpathSync.native, check, 'native'), realpathSync.native);
    replace(external_node_fs_namespaceObject, 'openAsBlob', promising(external_node_fs_namespaceObject.openAsBlob, check), external_node_fs_namespaceObject.openAsBlob);
    replace(process, 'loadEnvFile', throwing(process.loadEnvFile, check, 'loadEnvFile'), process.loadEnvFile);
    external_node_module_namespaceObject.syncBuiltinESMExports();
}
function isFunction(value) {
    return typeof value === 'function';
}
function checkerOf(readable) {
    const count = readable.length;
    return given => {
        if (typeof given === 'number' || given === undefined || given === null)
            return given;
        const whole = resolve(textOf(given));
        let real;
        try {
            real = apply(realpathSync, undefined, [whole]);
        }
        catch {
            return whole;
        }
        for (let index = 0; index < count; index += 1) {
            if (isWithin(real, readable[index]))
                return whole;
        }
        throw denied(whole);
    };
}
/** What is told of a path that may not be seen, to whoever only asks whether it is there: packages look up to the root. */
function absent(name, options) {
    if (name === 'existsSync')
        return { value: false };
    const quiet = (name === 'statSync' || name === 'lstatSync') && Object(options).throwIfNoEntry === false;
    return quiet ? { value: undefined } : undefined;
}
function throwing(original, check, name) {
    return function confined(...values) {
        try {
            values[0] = check(values[0]);
            return apply(original, this, values);
        }
        catch (error) {
            const instead = Object(error).code === 'ERR_ACCESS_DENIED' ? absent(name, values[1]) : undefined;
            if (instead)
                return instead.value;
            throw error;
        }
    };
}
/** For functions that answer to a callback, their last argument. */
function answering(original, check, name) {
    return function confined(...values) {
        try {
            values[0] = check(values[0]);
        }
        catch (error) {
            const callback = values[values.length - 1];
            if (!isFunction(callback))
                throw error;
            return later(() => callback(name === 'exists' ? false : error));
        }
        return apply(original, this, values);
    };
}
function promising(original, check) {
    return async function confined(...values) {
        values[0] = check(values[0]);
        return apply(original, this, values);
    };
}
/** Puts the function in the other's place, with what that carries (`promisify.custom`). */
function replace(target, name, replacement, original) {
    for (const key of ownKeys(original)) {
        const descriptor = getOwnPropertyDescriptor(original, key);
        if (descriptor && key !== 'prototype')
            defineProperty(replacement, key, { ...descriptor, configurable: true });
    }
    defineProperty(target, name, { value: replacement, writable: true, configurable: true, enumerable: true });
}
/** The path as a text. An object is looked at once, so that it cannot tell `fs` something else than it told here. */
function textOf(given) {
    if (typeof given === 'string')
        return given;
    if (isView(given))
        return apply(decode, decoder, [given]);
    const href = Object(given).href;
    if (typeof href === 'string')
        return (0,external_node_url_namespaceObject.fileURLToPath)(href);
    throw denied(NOT_A_PATH);
}
/** Whether the path is the other or below it. */
function isWithin(file, folder) {
    const { length } = folder;
    for (let index = 0; index < length; index += 1) {
        if (file[index] !== folder[index])
            return false;
    }
    return file.length === length || file[length] === sep;
}
function denied(what) {
    const error = new Error(outside(what));
    defineProperty(error, 'code', { value: 'ERR_ACCESS_DENIED', enumerable: true });
    return error;
}

;// CONCATENATED MODULE: external "node:dgram"
const external_node_dgram_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dgram");
;// CONCATENATED MODULE: external "node:dns"
const external_node_dns_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./lib/sst/sandbox/harden.js
// What Node's permission model leaves open to code that runs under it, taken away as far as JavaScript can. It is a
// second line and no wall: docs/threat-model.md says what holds without it and what does not.







function refused() {
    throw Object.assign(new Error(NO_NETWORK), {
        code: 'ERR_ACCESS_DENIED',
    });
}
function harden_replace(target, names) {
    for (const name of names) {
        if (name in target) {
            Object.defineProperty(target, name, {
                value: refused,
                writable: false,
                configurable: false,
                enumerable: true,
            });
        }
    }
}
/** Takes away signals to other processes, sockets, what makes V8 and Node write files, and hooks over the sandbox's own. */
function harden() {
    harden_replace(process, ['kill', '_kill', '_debugProcess', '_debugEnd', 'execve', 'dlopen']);
    harden_replace(external_node_os_namespaceObject, ['setPriority']);
    // Of V8's flags some write files (--trace-turbo), and so does a report on a fatal error, wherever the config says:
    // the permission model knows of neither (Node 24.21, tried).
    harden_replace(external_node_v8_namespaceObject, ['setFlagsFromString', 'writeHeapSnapshot', 'setHeapSnapshotNearHeapLimit']);
    const getReport = process.report.getReport.bind(process.report);
    Object.defineProperty(process, 'report', { value: { getReport }, configurable: true, enumerable: true });
    harden_replace(external_node_module_namespaceObject, ['register', 'registerHooks', 'enableCompileCache']);
    harden_replace(external_node_net_namespaceObject.Socket.prototype, ['connect']);
    harden_replace(external_node_net_namespaceObject.Server.prototype, ['listen']);
    harden_replace(external_node_dgram_namespaceObject.Socket.prototype, ['bind', 'connect', 'send']);
    const lookups = Object.keys(external_node_dns_namespaceObject).filter(name => /^(lookup|resolve|reverse|Resolver)/.test(name));
    harden_replace(external_node_dns_namespaceObject, lookups);
    harden_replace(external_node_dns_namespaceObject.promises, lookups);
    for (const name of ['fetch', 'WebSocket', 'EventSource']) {
        Object.defineProperty(globalThis, name, { value: refused, writable: true, configurable: true });
    }
    external_node_module_namespaceObject.syncBuiltinESMExports();
}

;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
;// CONCATENATED MODULE: ./node_modules/resolve-pkg-maps/dist/index.mjs
const A=r=>r!==null&&typeof r=="object",a=(r,t)=>Object.assign(new Error(`[${r}]: ${t}`),{code:r}),_="ERR_INVALID_PACKAGE_CONFIG",E="ERR_INVALID_PACKAGE_TARGET",I="ERR_PACKAGE_PATH_NOT_EXPORTED",P="ERR_PACKAGE_IMPORT_NOT_DEFINED",R=/^\d+$/,O=/^(\.{1,2}|node_modules)$/i,w=/\/|\\/;var h=(r=>(r.Export="exports",r.Import="imports",r))(h||{});const f=(r,t,e,o,c)=>{if(t==null)return[];if(typeof t=="string"){const[n,...i]=t.split(w);if(n===".."||i.some(l=>O.test(l)))throw a(E,`Invalid "${r}" target "${t}" defined in the package config`);return[c?t.replace(/\*/g,c):t]}if(Array.isArray(t))return t.flatMap(n=>f(r,n,e,o,c));if(A(t)){for(const n of Object.keys(t)){if(R.test(n))throw a(_,"Cannot contain numeric property keys");if(n==="default"||o.includes(n))return f(r,t[n],e,o,c)}return[]}throw a(E,`Invalid "${r}" target "${t}"`)},s="*",m=(r,t)=>{const e=r.indexOf(s),o=t.indexOf(s);return e===o?t.length>r.length:o>e};function d(r,t){if(!t.includes(s)&&r.hasOwnProperty(t))return[t];let e,o;for(const c of Object.keys(r))if(c.includes(s)){const[n,i,l]=c.split(s);if(l===void 0&&t.startsWith(n)&&t.endsWith(i)){const g=t.slice(n.length,-i.length||void 0);g&&(!e||m(e,c))&&(e=c,o=g)}}return[e,o]}const p=r=>Object.keys(r).reduce((t,e)=>{const o=e===""||e[0]!==".";if(t===void 0||t===o)return o;throw a(_,'"exports" cannot contain some keys starting with "." and some not')},void 0),u=/^\w+:/,v=(r,t,e)=>{if(!r)throw new Error('"exports" is required');t=t===""?".":`./${t}`,(typeof r=="string"||Array.isArray(r)||A(r)&&p(r))&&(r={".":r});const[o,c]=d(r,t),n=f(h.Export,r[o],t,e,c);if(n.length===0)throw a(I,t==="."?'No "exports" main defined':`Package subpath '${t}' is not defined by "exports"`);for(const i of n)if(!i.startsWith("./")&&!u.test(i))throw a(E,`Invalid "exports" target "${i}" defined in the package config`);return n},T=(r,t,e)=>{if(!r)throw new Error('"imports" is required');const[o,c]=d(r,t),n=f(h.Import,r[o],t,e,c);if(n.length===0)throw a(P,`Package import specifier "${t}" is not defined in package`);return n};

;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/get-tsconfig/dist/index.mjs
var xe=Object.defineProperty;var r=(e,t)=>xe(e,"name",{value:t,configurable:!0});function L(e){return e.startsWith("\\\\?\\")?e:e.replace(/\\/g,"/")}r(L,"slash");const Q=r(e=>{const t=external_node_fs_namespaceObject[e];return(l,...n)=>{const s=`${e}:${n.join(":")}`;let i=l==null?void 0:l.get(s);return i===void 0&&(i=Reflect.apply(t,external_node_fs_namespaceObject,n),l==null||l.set(s,i)),i}},"cacheFs"),x=Q("existsSync"),Se=Q("readFileSync"),H=Q("statSync"),Ne=Q("realpathSync"),Pe=r((...[e,t])=>{const l=Ne(e,t);if(typeof l!="string")throw new TypeError(`Unexpected resolved path type for ${l} in ${t}`);return l},"realpath"),dist_O=r((e,t,l)=>{for(;;){const n=external_node_path_namespaceObject.posix.join(e,t);if(x(l,n))return n;const s=external_node_path_namespaceObject.dirname(e);if(s===e)return;e=s}},"findUp"),C=/^\.{1,2}(\/.*)?$/,X=r(e=>{const t=L(e);return C.test(t)?t:`./${t}`},"normalizeRelativePath");function We(e,t=!1){const l=e.length;let n=0,s="",i=0,o=16,f=0,u=0,c=0,w=0,p=0;function _(g,j){let y=0,A=0;for(;y<g;){let k=e.charCodeAt(n);if(k>=48&&k<=57)A=A*16+k-48;else if(k>=65&&k<=70)A=A*16+k-65+10;else if(k>=97&&k<=102)A=A*16+k-97+10;else break;n++,y++}return y<g&&(A=-1),A}r(_,"scanHexDigits");function h(g){n=g,s="",i=0,o=16,p=0}r(h,"setPosition");function D(){let g=n;if(e.charCodeAt(n)===48)n++;else for(n++;n<e.length&&dist_R(e.charCodeAt(n));)n++;if(n<e.length&&e.charCodeAt(n)===46)if(n++,n<e.length&&dist_R(e.charCodeAt(n)))for(n++;n<e.length&&dist_R(e.charCodeAt(n));)n++;else return p=3,e.substring(g,n);let j=n;if(n<e.length&&(e.charCodeAt(n)===69||e.charCodeAt(n)===101))if(n++,(n<e.length&&e.charCodeAt(n)===43||e.charCodeAt(n)===45)&&n++,n<e.length&&dist_R(e.charCodeAt(n))){for(n++;n<e.length&&dist_R(e.charCodeAt(n));)n++;j=n}else p=3;return e.substring(g,j)}r(D,"scanNumber");function T(){let g="",j=n;for(;;){if(n>=l){g+=e.substring(j,n),p=2;break}const y=e.charCodeAt(n);if(y===34){g+=e.substring(j,n),n++;break}if(y===92){if(g+=e.substring(j,n),n++,n>=l){p=2;break}switch(e.charCodeAt(n++)){case 34:g+='"';break;case 92:g+="\\";break;case 47:g+="/";break;case 98:g+="\b";break;case 102:g+="\f";break;case 110:g+=`
`;break;case 114:g+="\r";break;case 116:g+="	";break;case 117:const k=_(4);k>=0?g+=String.fromCharCode(k):p=4;break;default:p=5}j=n;continue}if(y>=0&&y<=31)if(J(y)){g+=e.substring(j,n),p=2;break}else p=6;n++}return g}r(T,"scanString");function d(){if(s="",p=0,i=n,u=f,w=c,n>=l)return i=l,o=17;let g=e.charCodeAt(n);if(ee(g)){do n++,s+=String.fromCharCode(g),g=e.charCodeAt(n);while(ee(g));return o=15}if(J(g))return n++,s+=String.fromCharCode(g),g===13&&e.charCodeAt(n)===10&&(n++,s+=`
`),f++,c=n,o=14;switch(g){case 123:return n++,o=1;case 125:return n++,o=2;case 91:return n++,o=3;case 93:return n++,o=4;case 58:return n++,o=6;case 44:return n++,o=5;case 34:return n++,s=T(),o=10;case 47:const j=n-1;if(e.charCodeAt(n+1)===47){for(n+=2;n<l&&!J(e.charCodeAt(n));)n++;return s=e.substring(j,n),o=12}if(e.charCodeAt(n+1)===42){n+=2;const y=l-1;let A=!1;for(;n<y;){const k=e.charCodeAt(n);if(k===42&&e.charCodeAt(n+1)===47){n+=2,A=!0;break}n++,J(k)&&(k===13&&e.charCodeAt(n)===10&&n++,f++,c=n)}return A||(n++,p=1),s=e.substring(j,n),o=13}return s+=String.fromCharCode(g),n++,o=16;case 45:if(s+=String.fromCharCode(g),n++,n===l||!dist_R(e.charCodeAt(n)))return o=16;case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:return s+=D(),o=11;default:for(;n<l&&v(g);)n++,g=e.charCodeAt(n);if(i!==n){switch(s=e.substring(i,n),s){case"true":return o=8;case"false":return o=9;case"null":return o=7}return o=16}return s+=String.fromCharCode(g),n++,o=16}}r(d,"scanNext");function v(g){if(ee(g)||J(g))return!1;switch(g){case 125:case 93:case 123:case 91:case 34:case 58:case 44:case 47:return!1}return!0}r(v,"isUnknownContentCharacter");function $(){let g;do g=d();while(g>=12&&g<=15);return g}return r($,"scanNextNonTrivia"),{setPosition:h,getPosition:r(()=>n,"getPosition"),scan:t?$:d,getToken:r(()=>o,"getToken"),getTokenValue:r(()=>s,"getTokenValue"),getTokenOffset:r(()=>i,"getTokenOffset"),getTokenLength:r(()=>n-i,"getTokenLength"),getTokenStartLine:r(()=>u,"getTokenStartLine"),getTokenStartCharacter:r(()=>i-w,"getTokenStartCharacter"),getTokenError:r(()=>p,"getTokenError")}}r(We,"createScanner");function ee(e){return e===32||e===9}r(ee,"isWhiteSpace");function J(e){return e===10||e===13}r(J,"isLineBreak");function dist_R(e){return e>=48&&e<=57}r(dist_R,"isDigit");var ge;(function(e){e[e.lineFeed=10]="lineFeed",e[e.carriageReturn=13]="carriageReturn",e[e.space=32]="space",e[e._0=48]="_0",e[e._1=49]="_1",e[e._2=50]="_2",e[e._3=51]="_3",e[e._4=52]="_4",e[e._5=53]="_5",e[e._6=54]="_6",e[e._7=55]="_7",e[e._8=56]="_8",e[e._9=57]="_9",e[e.a=97]="a",e[e.b=98]="b",e[e.c=99]="c",e[e.d=100]="d",e[e.e=101]="e",e[e.f=102]="f",e[e.g=103]="g",e[e.h=104]="h",e[e.i=105]="i",e[e.j=106]="j",e[e.k=107]="k",e[e.l=108]="l",e[e.m=109]="m",e[e.n=110]="n",e[e.o=111]="o",e[e.p=112]="p",e[e.q=113]="q",e[e.r=114]="r",e[e.s=115]="s",e[e.t=116]="t",e[e.u=117]="u",e[e.v=118]="v",e[e.w=119]="w",e[e.x=120]="x",e[e.y=121]="y",e[e.z=122]="z",e[e.A=65]="A",e[e.B=66]="B",e[e.C=67]="C",e[e.D=68]="D",e[e.E=69]="E",e[e.F=70]="F",e[e.G=71]="G",e[e.H=72]="H",e[e.I=73]="I",e[e.J=74]="J",e[e.K=75]="K",e[e.L=76]="L",e[e.M=77]="M",e[e.N=78]="N",e[e.O=79]="O",e[e.P=80]="P",e[e.Q=81]="Q",e[e.R=82]="R",e[e.S=83]="S",e[e.T=84]="T",e[e.U=85]="U",e[e.V=86]="V",e[e.W=87]="W",e[e.X=88]="X",e[e.Y=89]="Y",e[e.Z=90]="Z",e[e.asterisk=42]="asterisk",e[e.backslash=92]="backslash",e[e.closeBrace=125]="closeBrace",e[e.closeBracket=93]="closeBracket",e[e.colon=58]="colon",e[e.comma=44]="comma",e[e.dot=46]="dot",e[e.doubleQuote=34]="doubleQuote",e[e.minus=45]="minus",e[e.openBrace=123]="openBrace",e[e.openBracket=91]="openBracket",e[e.plus=43]="plus",e[e.slash=47]="slash",e[e.formFeed=12]="formFeed",e[e.tab=9]="tab"})(ge||(ge={})),new Array(20).fill(0).map((e,t)=>" ".repeat(t));const S=200;new Array(S).fill(0).map((e,t)=>`
`+" ".repeat(t)),new Array(S).fill(0).map((e,t)=>"\r"+" ".repeat(t)),new Array(S).fill(0).map((e,t)=>`\r
`+" ".repeat(t)),new Array(S).fill(0).map((e,t)=>`
`+"	".repeat(t)),new Array(S).fill(0).map((e,t)=>"\r"+"	".repeat(t)),new Array(S).fill(0).map((e,t)=>`\r
`+"	".repeat(t));var Y;(function(e){e.DEFAULT={allowTrailingComma:!1}})(Y||(Y={}));function Je(e,t=[],l=Y.DEFAULT){let n=null,s=[];const i=[];function o(u){Array.isArray(s)?s.push(u):n!==null&&(s[n]=u)}return r(o,"onValue"),Me(e,{onObjectBegin:r(()=>{const u={};o(u),i.push(s),s=u,n=null},"onObjectBegin"),onObjectProperty:r(u=>{n=u},"onObjectProperty"),onObjectEnd:r(()=>{s=i.pop()},"onObjectEnd"),onArrayBegin:r(()=>{const u=[];o(u),i.push(s),s=u,n=null},"onArrayBegin"),onArrayEnd:r(()=>{s=i.pop()},"onArrayEnd"),onLiteralValue:o,onError:r((u,c,w)=>{t.push({error:u,offset:c,length:w})},"onError")},l),s[0]}r(Je,"parse$1");function Me(e,t,l=Y.DEFAULT){const n=We(e,!1),s=[];let i=0;function o(b){return b?()=>i===0&&b(n.getTokenOffset(),n.getTokenLength(),n.getTokenStartLine(),n.getTokenStartCharacter()):()=>!0}r(o,"toNoArgVisit");function f(b){return b?F=>i===0&&b(F,n.getTokenOffset(),n.getTokenLength(),n.getTokenStartLine(),n.getTokenStartCharacter()):()=>!0}r(f,"toOneArgVisit");function u(b){return b?F=>i===0&&b(F,n.getTokenOffset(),n.getTokenLength(),n.getTokenStartLine(),n.getTokenStartCharacter(),()=>s.slice()):()=>!0}r(u,"toOneArgVisitWithPath");function c(b){return b?()=>{i>0?i++:b(n.getTokenOffset(),n.getTokenLength(),n.getTokenStartLine(),n.getTokenStartCharacter(),()=>s.slice())===!1&&(i=1)}:()=>!0}r(c,"toBeginVisit");function w(b){return b?()=>{i>0&&i--,i===0&&b(n.getTokenOffset(),n.getTokenLength(),n.getTokenStartLine(),n.getTokenStartCharacter())}:()=>!0}r(w,"toEndVisit");const p=c(t.onObjectBegin),_=u(t.onObjectProperty),h=w(t.onObjectEnd),D=c(t.onArrayBegin),T=w(t.onArrayEnd),d=u(t.onLiteralValue),v=f(t.onSeparator),$=o(t.onComment),g=f(t.onError),j=l&&l.disallowComments,y=l&&l.allowTrailingComma;function A(){for(;;){const b=n.scan();switch(n.getTokenError()){case 4:k(14);break;case 5:k(15);break;case 3:k(13);break;case 1:j||k(11);break;case 2:k(12);break;case 6:k(16);break}switch(b){case 12:case 13:j?k(10):$();break;case 16:k(1);break;case 15:case 14:break;default:return b}}}r(A,"scanNext");function k(b,F=[],W=[]){if(g(b),F.length+W.length>0){let I=n.getToken();for(;I!==17;){if(F.indexOf(I)!==-1){A();break}else if(W.indexOf(I)!==-1)break;I=A()}}}r(k,"handleError");function P(b){const F=n.getTokenValue();return b?d(F):(_(F),s.push(F)),A(),!0}r(P,"parseString");function M(){switch(n.getToken()){case 11:const b=n.getTokenValue();let F=Number(b);isNaN(F)&&(k(2),F=0),d(F);break;case 7:d(null);break;case 8:d(!0);break;case 9:d(!1);break;default:return!1}return A(),!0}r(M,"parseLiteral");function V(){return n.getToken()!==10?(k(3,[],[2,5]),!1):(P(!1),n.getToken()===6?(v(":"),A(),U()||k(4,[],[2,5])):k(5,[],[2,5]),s.pop(),!0)}r(V,"parseProperty");function z(){p(),A();let b=!1;for(;n.getToken()!==2&&n.getToken()!==17;){if(n.getToken()===5){if(b||k(4,[],[]),v(","),A(),n.getToken()===2&&y)break}else b&&k(6,[],[]);V()||k(4,[],[2,5]),b=!0}return h(),n.getToken()!==2?k(7,[2],[]):A(),!0}r(z,"parseObject");function G(){D(),A();let b=!0,F=!1;for(;n.getToken()!==4&&n.getToken()!==17;){if(n.getToken()===5){if(F||k(4,[],[]),v(","),A(),n.getToken()===4&&y)break}else F&&k(6,[],[]);b?(s.push(0),b=!1):s[s.length-1]++,U()||k(4,[],[4,5]),F=!0}return T(),b||s.pop(),n.getToken()!==4?k(8,[4],[]):A(),!0}r(G,"parseArray");function U(){switch(n.getToken()){case 3:return G();case 1:return z();case 10:return P(!0);default:return M()}}return r(U,"parseValue"),A(),n.getToken()===17?l.allowEmptyContent?!0:(k(4,[],[]),!1):U()?(n.getToken()!==17&&k(9,[],[]),!0):(k(4,[],[]),!1)}r(Me,"visit");var ke;(function(e){e[e.None=0]="None",e[e.UnexpectedEndOfComment=1]="UnexpectedEndOfComment",e[e.UnexpectedEndOfString=2]="UnexpectedEndOfString",e[e.UnexpectedEndOfNumber=3]="UnexpectedEndOfNumber",e[e.InvalidUnicode=4]="InvalidUnicode",e[e.InvalidEscapeCharacter=5]="InvalidEscapeCharacter",e[e.InvalidCharacter=6]="InvalidCharacter"})(ke||(ke={}));var me;(function(e){e[e.OpenBraceToken=1]="OpenBraceToken",e[e.CloseBraceToken=2]="CloseBraceToken",e[e.OpenBracketToken=3]="OpenBracketToken",e[e.CloseBracketToken=4]="CloseBracketToken",e[e.CommaToken=5]="CommaToken",e[e.ColonToken=6]="ColonToken",e[e.NullKeyword=7]="NullKeyword",e[e.TrueKeyword=8]="TrueKeyword",e[e.FalseKeyword=9]="FalseKeyword",e[e.StringLiteral=10]="StringLiteral",e[e.NumericLiteral=11]="NumericLiteral",e[e.LineCommentTrivia=12]="LineCommentTrivia",e[e.BlockCommentTrivia=13]="BlockCommentTrivia",e[e.LineBreakTrivia=14]="LineBreakTrivia",e[e.Trivia=15]="Trivia",e[e.Unknown=16]="Unknown",e[e.EOF=17]="EOF"})(me||(me={}));const Ve=Je;var de;(function(e){e[e.InvalidSymbol=1]="InvalidSymbol",e[e.InvalidNumberFormat=2]="InvalidNumberFormat",e[e.PropertyNameExpected=3]="PropertyNameExpected",e[e.ValueExpected=4]="ValueExpected",e[e.ColonExpected=5]="ColonExpected",e[e.CommaExpected=6]="CommaExpected",e[e.CloseBraceExpected=7]="CloseBraceExpected",e[e.CloseBracketExpected=8]="CloseBracketExpected",e[e.EndOfFileExpected=9]="EndOfFileExpected",e[e.InvalidCommentToken=10]="InvalidCommentToken",e[e.UnexpectedEndOfComment=11]="UnexpectedEndOfComment",e[e.UnexpectedEndOfString=12]="UnexpectedEndOfString",e[e.UnexpectedEndOfNumber=13]="UnexpectedEndOfNumber",e[e.InvalidUnicode=14]="InvalidUnicode",e[e.InvalidEscapeCharacter=15]="InvalidEscapeCharacter",e[e.InvalidCharacter=16]="InvalidCharacter"})(de||(de={}));const we=r((e,t)=>Ve(Se(t,e,"utf8")),"readJsonc"),ne=Symbol("implicitBaseUrl"),dist_E="${configDir}",ze=r(()=>{const{findPnpApi:e}=external_node_module_namespaceObject;return e&&e(process.cwd())},"getPnpApi"),te=r((e,t,l,n)=>{const s=`resolveFromPackageJsonPath:${e}:${t}:${l}`;if(n!=null&&n.has(s))return n.get(s);const i=we(e,n);if(!i)return;let o=t||"tsconfig.json";if(!l&&i.exports)try{const[f]=v(i.exports,t,["require","types"]);o=f}catch{return!1}else!t&&i.tsconfig&&(o=i.tsconfig);return o=external_node_path_namespaceObject.join(e,"..",o),n==null||n.set(s,o),o},"resolveFromPackageJsonPath"),se="package.json",le="tsconfig.json",Ge=r((e,t,l)=>{var n;let s=e;if(e===".."&&(s=external_node_path_namespaceObject.join(s,le)),e[0]==="."&&(s=external_node_path_namespaceObject.resolve(t,s)),external_node_path_namespaceObject.isAbsolute(s)){if(x(l,s)){if(H(l,s).isFile())return s}else if(!s.endsWith(".json")){const T=`${s}.json`;if(x(l,T))return T}return}const[i,...o]=e.split("/"),f=i[0]==="@"?`${i}/${o.shift()}`:i,u=o.join("/"),c=ze();if(c){const{resolveRequest:T}=c;try{if(f===e){const d=T(external_node_path_namespaceObject.join(f,se),t);if(d){const v=te(d,u,!1,l);if(v&&x(l,v))return v}}else{let d;try{d=T(e,t,{extensions:[".json"]})}catch{d=T(external_node_path_namespaceObject.join(e,le),t)}if(d)return d}}catch{}}const w=dist_O(external_node_path_namespaceObject.resolve(t),external_node_path_namespaceObject.join("node_modules",f),l);if(!w||!((n=H(l,w))!=null&&n.isDirectory()))return;const p=Pe(l,w),_=external_node_path_namespaceObject.join(p,se);if(x(l,_)){const T=te(_,u,!1,l);if(T===!1)return;if(T&&x(l,T)&&H(l,T).isFile())return T}const h=external_node_path_namespaceObject.join(p,u),D=h.endsWith(".json");if(!D){const T=`${h}.json`;if(x(l,T))return T}if(x(l,h)){if(H(l,h).isDirectory()){const T=external_node_path_namespaceObject.join(h,se);if(x(l,T)){const v=te(T,"",!0,l);if(v&&x(l,v))return v}const d=external_node_path_namespaceObject.join(h,le);if(x(l,d))return d}else if(D)return h}},"resolveExtendsPath"),oe=r((e,t)=>X(external_node_path_namespaceObject.relative(e,t)),"pathRelative"),pe=["files","include","exclude"],N=r((e,t,l)=>{const n=external_node_path_namespaceObject.join(t,l),s=external_node_path_namespaceObject.relative(e,n);return L(s)||"./"},"resolveAndRelativize"),Qe=r((e,t,l)=>{const n=external_node_path_namespaceObject.relative(e,t);if(!n)return l;const s=l.startsWith("./")?l.slice(2):l;return L(`${n}/${s}`)},"prefixPattern"),He=r((e,t,l,n)=>{const s=Ge(e,t,n);if(!s)throw new Error(`File '${e}' not found.`);if(l.has(s))throw new Error(`Circularity detected while resolving configuration: ${s}`);l.add(s);const i=external_node_path_namespaceObject.dirname(s),o=ve(s,n,l,!0);delete o.references;const{compilerOptions:f}=o;if(f){const{baseUrl:u}=f;u&&!u.startsWith(dist_E)&&(f.baseUrl=N(t,i,u));const{outDir:c}=f;c&&!c.startsWith(dist_E)&&(f.outDir=N(t,i,c));const{declarationDir:w}=f;w&&!w.startsWith(dist_E)&&(f.declarationDir=N(t,i,w));const{rootDir:p}=f;p&&!p.startsWith(dist_E)&&(f.rootDir=N(t,i,p));const{rootDirs:_}=f;_&&(f.rootDirs=_.map(D=>D.startsWith(dist_E)?D:N(t,i,D)));const{typeRoots:h}=f;h&&(f.typeRoots=h.map(D=>D.startsWith(dist_E)?D:N(t,i,D)))}for(const u of pe){const c=o[u];c&&(o[u]=c.map(w=>w.startsWith(dist_E)?w:Qe(t,i,w)))}return o},"resolveExtends"),be=["outDir","declarationDir"],ve=r((e,t,l=new Set,n=!1)=>{let s;try{s=we(e,t)||{}}catch{throw new Error(`Cannot resolve tsconfig at path: ${e}`)}if(typeof s!="object")throw new SyntaxError(`Failed to parse tsconfig at: ${e}`);const i=external_node_path_namespaceObject.dirname(e);if(s.compilerOptions){const{compilerOptions:o}=s;o.paths&&!o.baseUrl&&(o[ne]=i)}if(s.extends){const o=Array.isArray(s.extends)?s.extends:[s.extends];delete s.extends;for(const f of o.reverse()){const u=He(f,i,new Set(l),t),c={...u,...s,compilerOptions:{...u.compilerOptions,...s.compilerOptions}};u.watchOptions&&(c.watchOptions={...u.watchOptions,...s.watchOptions}),s=c}}if(s.compilerOptions){const{compilerOptions:o}=s,f=["baseUrl","rootDir"];for(const u of f){const c=o[u];if(c&&!c.startsWith(dist_E)){const w=external_node_path_namespaceObject.resolve(i,c),p=oe(i,w);o[u]=p}}for(const u of be){let c=o[u];c&&(!n&&!Array.isArray(s.exclude)&&(s.exclude=be.map(w=>o[w]).filter(Boolean)),c.startsWith(dist_E)||(c=X(c)),o[u]=c)}}else s.compilerOptions={};if(s.include&&(s.include=s.include.map(L)),s.files&&(s.files=s.files.map(o=>o.startsWith(dist_E)?o:X(o))),s.watchOptions){const{watchOptions:o}=s;o.excludeDirectories&&(o.excludeDirectories=o.excludeDirectories.map(f=>L(external_node_path_namespaceObject.resolve(i,f)))),o.excludeFiles&&(o.excludeFiles=o.excludeFiles.map(f=>L(external_node_path_namespaceObject.resolve(i,f)))),o.watchFile&&(o.watchFile=o.watchFile.toLowerCase()),o.watchDirectory&&(o.watchDirectory=o.watchDirectory.toLowerCase()),o.fallbackPolling&&(o.fallbackPolling=o.fallbackPolling.toLowerCase())}return s},"_parseTsconfig"),Z=r((e,t)=>{if(e.startsWith(dist_E))return L(external_node_path_namespaceObject.join(t,e.slice(dist_E.length)))},"interpolateConfigDir"),Xe=["outDir","declarationDir","outFile","rootDir","baseUrl","tsBuildInfoFile"],Ye=r(e=>{var t,l,n,s,i,o,f,u,c,w,p,_,h,D,T,d,v,$,g,j,y,A,k,P,M,V,z,G,U,b,F,W,I;if(e.strict){const a=["noImplicitAny","noImplicitThis","strictNullChecks","strictFunctionTypes","strictBindCallApply","strictPropertyInitialization","strictBuiltinIteratorReturn","alwaysStrict","useUnknownInCatchVariables"];for(const B of a)e[B]===void 0&&(e[B]=!0)}if(e.composite&&((t=e.declaration)!=null||(e.declaration=!0),(l=e.incremental)!=null||(e.incremental=!0)),e.target){let a=e.target.toLowerCase();a==="es2015"&&(a="es6"),e.target=a,a==="esnext"&&((n=e.module)!=null||(e.module="es6"),(s=e.useDefineForClassFields)!=null||(e.useDefineForClassFields=!0)),(a==="es6"||a==="es2016"||a==="es2017"||a==="es2018"||a==="es2019"||a==="es2020"||a==="es2021"||a==="es2022"||a==="es2023"||a==="es2024")&&((i=e.module)!=null||(e.module="es6")),(a==="es2022"||a==="es2023"||a==="es2024")&&((o=e.useDefineForClassFields)!=null||(e.useDefineForClassFields=!0))}if(e.module){let a=e.module.toLowerCase();if(a==="es2015"&&(a="es6"),e.module=a,(a==="es6"||a==="es2020"||a==="es2022"||a==="esnext"||a==="none"||a==="system"||a==="umd"||a==="amd")&&((f=e.moduleResolution)!=null||(e.moduleResolution="classic")),a==="system"&&((u=e.allowSyntheticDefaultImports)!=null||(e.allowSyntheticDefaultImports=!0)),(a==="node16"||a==="node18"||a==="node20"||a==="nodenext"||a==="preserve")&&((c=e.esModuleInterop)!=null||(e.esModuleInterop=!0),(w=e.allowSyntheticDefaultImports)!=null||(e.allowSyntheticDefaultImports=!0)),(a==="node16"||a==="node18"||a==="node20"||a==="nodenext")&&((p=e.moduleDetection)!=null||(e.moduleDetection="force")),a==="node16"&&((_=e.target)!=null||(e.target="es2022"),(h=e.moduleResolution)!=null||(e.moduleResolution="node16")),a==="node18"&&((D=e.target)!=null||(e.target="es2022"),(T=e.moduleResolution)!=null||(e.moduleResolution="node16")),a==="node20"&&((d=e.target)!=null||(e.target="es2023"),(v=e.moduleResolution)!=null||(e.moduleResolution="node16"),($=e.resolveJsonModule)!=null||(e.resolveJsonModule=!0)),a==="nodenext"&&((g=e.target)!=null||(e.target="esnext"),(j=e.moduleResolution)!=null||(e.moduleResolution="nodenext"),(y=e.resolveJsonModule)!=null||(e.resolveJsonModule=!0)),a==="node16"||a==="node18"||a==="node20"||a==="nodenext"){const B=e.target;(B==="es3"||B==="es2022"||B==="es2023"||B==="es2024"||B==="esnext")&&((A=e.useDefineForClassFields)!=null||(e.useDefineForClassFields=!0))}a==="preserve"&&((k=e.moduleResolution)!=null||(e.moduleResolution="bundler"))}if(e.moduleResolution){let a=e.moduleResolution.toLowerCase();a==="node"&&(a="node10"),e.moduleResolution=a,(a==="node16"||a==="nodenext"||a==="bundler")&&((P=e.resolvePackageJsonExports)!=null||(e.resolvePackageJsonExports=!0),(M=e.resolvePackageJsonImports)!=null||(e.resolvePackageJsonImports=!0)),a==="bundler"&&((V=e.allowSyntheticDefaultImports)!=null||(e.allowSyntheticDefaultImports=!0),(z=e.resolveJsonModule)!=null||(e.resolveJsonModule=!0))}e.jsx&&(e.jsx=e.jsx.toLowerCase()),e.moduleDetection&&(e.moduleDetection=e.moduleDetection.toLowerCase()),e.importsNotUsedAsValues&&(e.importsNotUsedAsValues=e.importsNotUsedAsValues.toLowerCase()),e.newLine&&(e.newLine=e.newLine.toLowerCase()),e.esModuleInterop&&((G=e.allowSyntheticDefaultImports)!=null||(e.allowSyntheticDefaultImports=!0)),e.verbatimModuleSyntax&&((U=e.isolatedModules)!=null||(e.isolatedModules=!0),(b=e.preserveConstEnums)!=null||(e.preserveConstEnums=!0)),e.isolatedModules&&((F=e.preserveConstEnums)!=null||(e.preserveConstEnums=!0)),e.rewriteRelativeImportExtensions&&((W=e.allowImportingTsExtensions)!=null||(e.allowImportingTsExtensions=!0)),e.lib&&(e.lib=e.lib.map(a=>a.toLowerCase())),e.checkJs&&((I=e.allowJs)!=null||(e.allowJs=!0))},"normalizeCompilerOptions"),ie=r((e,t=new Map)=>{const l=external_node_path_namespaceObject.resolve(e),n=ve(l,t),s=external_node_path_namespaceObject.dirname(l),{compilerOptions:i}=n;if(i){for(const f of Xe){const u=i[f];if(u){const c=Z(u,s);i[f]=c?oe(s,c):u}}for(const f of["rootDirs","typeRoots"]){const u=i[f];u&&(i[f]=u.map(c=>{const w=Z(c,s);return w?oe(s,w):X(c)}))}const{paths:o}=i;if(o)for(const f of Object.keys(o))o[f]=o[f].map(u=>{var c;return(c=Z(u,s))!=null?c:u});Ye(i)}for(const o of pe){const f=n[o];f&&(n[o]=f.map(u=>{var c;return(c=Z(u,s))!=null?c:u}))}return n},"parseTsconfig");var Ze=Object.defineProperty,q=r((e,t)=>Ze(e,"name",{value:t,configurable:!0}),"s");const Te=q(e=>{let t="";for(let l=0;l<e.length;l+=1){const n=e[l],s=n.toUpperCase();t+=n===s?n.toLowerCase():s}return t},"invertCase"),re=new Map,Ae=q((e,t)=>{const l=external_path_namespaceObject.join(e,`.is-fs-case-sensitive-test-${process.pid}`);try{return t.writeFileSync(l,""),!t.existsSync(Te(l))}finally{try{t.unlinkSync(l)}catch{}}},"checkDirectoryCaseWithWrite"),qe=q((e,t,l)=>{try{return Ae(e,l)}catch(n){if(t===void 0)return Ae(external_os_namespaceObject.tmpdir(),l);throw n}},"checkDirectoryCaseWithFallback"),Ke=q((e,t=external_fs_namespaceObject,l=!0)=>{const n=e!=null?e:process.cwd();if(l&&re.has(n))return re.get(n);let s;const i=Te(n);return i!==n&&t.existsSync(n)?s=!t.existsSync(i):s=qe(n,e,t),l&&re.set(n,s),s},"isFsCaseSensitive"),{join:Oe}=external_node_path_namespaceObject.posix,_e=r((e,t)=>{const l=Oe(e,t);return e.startsWith("//")&&!l.startsWith("//")?`/${l}`:l},"pathJoin"),ue={ts:[".ts",".tsx",".d.ts"],cts:[".cts",".d.cts"],mts:[".mts",".d.mts"]},Ce=r(e=>{const t=[...ue.ts],l=[...ue.cts],n=[...ue.mts];return e!=null&&e.allowJs&&(t.push(".js",".jsx"),l.push(".cjs"),n.push(".mjs")),[...t,...l,...n]},"getSupportedExtensions"),en=r(e=>{const t=[];if(!e)return t;const{outDir:l,declarationDir:n}=e;return l&&t.push(l),n&&t.push(n),t},"getDefaultExcludeSpec"),ye=r(e=>e.replaceAll(/[.*+?^${}()|[\]\\]/g,String.raw`\$&`),"escapeForRegexp"),nn=["node_modules","bower_components","jspm_packages"],fe=`(?!(${nn.join("|")})(/|$))`,tn=/(?:^|\/)[^.*?]+$/,je="**/*",K="[^/]",ae="[^./]",Fe=process.platform==="win32",De=r(({config:e,path:t},l=Ke())=>{if("extends"in e)throw new Error("tsconfig#extends must be resolved. Use getTsconfig or parseTsconfig to resolve it.");if(!external_node_path_namespaceObject.isAbsolute(t))throw new Error("The tsconfig path must be absolute");Fe&&(t=L(t));const n=external_node_path_namespaceObject.dirname(t),{files:s,include:i,exclude:o,compilerOptions:f}=e,u=r(d=>external_node_path_namespaceObject.isAbsolute(d)?d:_e(n,d),"resolvePattern"),c=s==null?void 0:s.map(u),w=Ce(f),p=l?"":"i",h=(o||en(f)).map(d=>{const v=u(d),$=ye(v).replaceAll(String.raw`\*\*/`,"(.+/)?").replaceAll(String.raw`\*`,`${K}*`).replaceAll(String.raw`\?`,K);return new RegExp(`^${$}($|/)`,p)}),D=s||i?i:[je],T=D?D.map(d=>{let v=u(d);tn.test(v)&&(v=_e(v,je));const $=ye(v).replaceAll(String.raw`/\*\*`,`(/${fe}${ae}${K}*)*?`).replaceAll(/(\/)?\\\*/g,(g,j)=>{const y=`(${ae}|(\\.(?!min\\.js$))?)*`;return j?`/${fe}${ae}${y}`:y}).replaceAll(/(\/)?\\\?/g,(g,j)=>{const y=K;return j?`/${fe}${y}`:y});return new RegExp(`^${$}$`,p)}):void 0;return d=>{if(!external_node_path_namespaceObject.isAbsolute(d))throw new Error("filePath must be absolute");if(Fe&&(d=L(d)),c!=null&&c.includes(d))return e;if(!(!w.some(v=>d.endsWith(v))||h.some(v=>v.test(d)))&&T&&T.some(v=>v.test(d)))return e}},"createFilesMatcher"),he=r((e,t,l)=>{const n=external_node_path_namespaceObject.resolve(e);let s=L(e);for(;;){const i=dist_O(s,t,l);if(!i)return;const o=external_node_path_namespaceObject.resolve(i),f=ie(o,l),u={path:L(o),config:f};if(De(u)(n))return u;const w=external_node_path_namespaceObject.dirname(i),p=external_node_path_namespaceObject.dirname(w);if(p===w)return;s=p}},"findConfigApplicable"),Le=r((e=process.cwd(),t="tsconfig.json",l=new Map,n=!1)=>{var s;return n?(s=he(e,t,l))==null?void 0:s.path:dist_O(L(e),t,l)},"findTsconfig"),sn=r((e=process.cwd(),t="tsconfig.json",l=new Map,n=!1)=>{var s;if(!n){const i=Le(e,t,l);if(!i)return null;const o=ie(i,l);return{path:i,config:o}}return(s=he(e,t,l))!=null?s:null},"getTsconfig"),ln=/\*/g,Ee=r((e,t)=>{const l=e.match(ln);if(l&&l.length>1)throw new Error(t)},"assertStarCount"),on=r(e=>{if(e.includes("*")){const[t,l]=e.split("*");return{prefix:t,suffix:l}}return e},"parsePattern"),rn=r(({prefix:e,suffix:t},l)=>l.startsWith(e)&&l.endsWith(t),"isPatternMatch"),un=r((e,t,l)=>Object.entries(e).map(([n,s])=>(Ee(n,`Pattern '${n}' can have at most one '*' character.`),{pattern:on(n),substitutions:s.map(i=>{if(Ee(i,`Substitution '${i}' in pattern '${n}' can have at most one '*' character.`),!t&&!C.test(i)&&!external_node_path_namespaceObject.isAbsolute(i))throw new Error("Non-relative paths are not allowed when 'baseUrl' is not set. Did you forget a leading './'?");return external_node_path_namespaceObject.resolve(l,i)})})),"parsePaths"),fn=r(e=>{const{compilerOptions:t}=e.config;if(!t)return null;const{baseUrl:l,paths:n}=t;if(!l&&!n)return null;const s=ne in t&&t[ne],i=external_node_path_namespaceObject.resolve(external_node_path_namespaceObject.dirname(e.path),l||s||"."),o=n?un(n,l,i):[];return f=>{if(C.test(f))return[];const u=[];for(const _ of o){if(_.pattern===f)return _.substitutions.map(L);typeof _.pattern!="string"&&u.push(_)}let c,w=-1;for(const _ of u)rn(_.pattern,f)&&_.pattern.prefix.length>w&&(w=_.pattern.prefix.length,c=_);if(!c)return l?[L(external_node_path_namespaceObject.join(i,f))]:[];const p=f.slice(c.pattern.prefix.length,f.length-c.pattern.suffix.length);return c.substitutions.map(_=>L(_.replace("*",p)))}},"createPathsMatcher");

;// CONCATENATED MODULE: ./lib/sst/sandbox/resolve.js






/** esbuild's `resolveExtensions`. */
const EXTENSIONS = ['.tsx', '.ts', '.jsx', '.js', '.json'];
/** What TypeScript (and esbuild) take a JavaScript extension for where there is no such file. */
const REWRITTEN = {
    '.js': ['.ts', '.tsx'],
    '.jsx': ['.ts', '.tsx'],
    '.mjs': ['.mts'],
    '.cjs': ['.cts'],
};
/**
 * Makes a resolver that finds modules as esbuild does when SST bundles the config with it: files without extension,
 * index files, `.js` that means `.ts`, `paths` and `baseUrl` of the nearest tsconfig.json with what it extends, packages
 * whose entry is TypeScript; and what is in node_modules as Node does.
 *
 * @param config the config's path: what SST keeps external is found beside it, in .sst/platform.
 * @param root the repository's: no tsconfig.json is looked for above it.
 */
function resolverFor(config, root) {
    const platform = (0,external_node_url_namespaceObject.pathToFileURL)(external_node_path_namespaceObject.join(external_node_path_namespaceObject.dirname(config), '.sst', 'platform', 'sst.config.mjs')).href;
    const pathsOf = tsconfigsIn(root);
    return (specifier, context, next) => {
        const importer = importerOf(specifier, context);
        if (importer === undefined)
            return next(specifier, context);
        const node = () => next(specifier, context);
        const inPackage = importer.includes(`${external_node_path_namespaceObject.sep}node_modules${external_node_path_namespaceObject.sep}`);
        if (isPath(specifier)) {
            const here = () => resolvePath(external_node_path_namespaceObject.resolve(external_node_path_namespaceObject.dirname(importer), specifier), specifier);
            return firstOf(specifier, importer, inPackage ? [node, here] : [here, node]);
        }
        return firstOf(specifier, importer, [
            () => (inPackage ? undefined : mapped(specifier, pathsOf(external_node_path_namespaceObject.dirname(importer)))),
            () => context.conditions.includes('import') ? moduleEntry(specifier, external_node_path_namespaceObject.dirname(importer)) : undefined,
            node,
            () => resolvePackage(specifier, external_node_path_namespaceObject.dirname(importer)),
            () => next(specifier, { ...context, parentURL: platform }),
        ]);
    };
}
/** The file that imports; undefined where Node needs no help. */
function importerOf(specifier, { parentURL }) {
    if (!parentURL?.startsWith('file:') || (0,external_node_module_namespaceObject.isBuiltin)(specifier) || /^(node|file|data):/.test(specifier))
        return undefined;
    return (0,external_node_url_namespaceObject.fileURLToPath)(parentURL);
}
function isPath(specifier) {
    return /^\.{1,2}(\/|$)/.test(specifier) || external_node_path_namespaceObject.isAbsolute(specifier);
}
/** The first way that leads to a file; where none does, an error that says who asked for what. */
function firstOf(specifier, importer, ways) {
    let refusal;
    for (const way of ways) {
        try {
            const found = way();
            if (found !== undefined)
                return typeof found === 'string' ? located(found) : found;
        }
        catch (error) {
            refusal ??= error;
        }
    }
    // That Node was kept from looking for a package in the folders above the repository says nothing of why there is none.
    const denied = refusal?.code === 'ERR_ACCESS_DENIED' && isPath(specifier);
    if (refusal && (denied || refusal.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'))
        throw refusal;
    throw Object.assign(new Error(notFound(specifier, importer)), {
        code: 'ERR_MODULE_NOT_FOUND',
    });
}
function located(file) {
    return { url: (0,external_node_url_namespaceObject.pathToFileURL)((0,external_node_fs_namespaceObject.realpathSync)(file)).href, shortCircuit: true };
}
/** Finds what the nearest tsconfig.json says of `paths` and `baseUrl`, for a folder; nothing is read twice. */
function tsconfigsIn(root) {
    const known = new Map();
    const paths = (folder) => {
        if (known.has(folder))
            return known.get(folder);
        const file = external_node_path_namespaceObject.join(folder, 'tsconfig.json');
        const above = external_node_path_namespaceObject.dirname(folder);
        const found = isFile(file)
            ? matcherOf(file)
            : folder === root || above === folder
                ? undefined
                : paths(above);
        known.set(folder, found);
        return found;
    };
    return paths;
}
function matcherOf(file) {
    try {
        return fn({ path: file, config: ie(file) }) ?? undefined;
    }
    catch {
        return undefined; // esbuild goes on, too, where what it extends is not there.
    }
}
function mapped(specifier, paths) {
    for (const candidate of paths?.(specifier) ?? []) {
        const found = resolvePath(candidate, candidate);
        if (found)
            return found;
    }
    return undefined;
}
/** esbuild prefers `module` to `main` where a package has no `exports`; Node does not know it. */
function moduleEntry(specifier, from) {
    if (!/^(@[^/]+\/)?[^/]+$/.test(specifier))
        return undefined;
    for (let folder = from;; folder = external_node_path_namespaceObject.dirname(folder)) {
        const target = external_node_path_namespaceObject.join(folder, 'node_modules', specifier);
        const { name, exports, module } = manifestIn(target);
        if (typeof module === 'string' && exports === undefined)
            return resolveFile(external_node_path_namespaceObject.resolve(target, module));
        if (name !== undefined || external_node_path_namespaceObject.dirname(folder) === folder)
            return undefined;
    }
}
/** A file, or the folder of that name; the specifier tells by a slash at its end that only the folder is meant. */
function resolvePath(target, specifier) {
    return (/(^|\/)\.{0,2}$/.test(specifier) ? undefined : resolveFile(target)) ?? resolveFolder(target);
}
function resolveFile(target) {
    const extension = external_node_path_namespaceObject.extname(target);
    const stem = target.slice(0, target.length - extension.length);
    const candidates = [
        target,
        ...EXTENSIONS.map(added => target + added),
        ...(REWRITTEN[extension] ?? []).map(rewritten => stem + rewritten),
    ];
    return candidates.find(isFile);
}
function resolveFolder(target) {
    const { module, main } = manifestIn(target);
    for (const entry of [module, main]) {
        if (typeof entry !== 'string')
            continue;
        const file = external_node_path_namespaceObject.resolve(target, entry);
        const found = resolveFile(file) ?? resolveFile(external_node_path_namespaceObject.join(file, 'index'));
        if (found)
            return found;
    }
    return resolveFile(external_node_path_namespaceObject.join(target, 'index'));
}
/** A package, or a file in it, that Node does not find because it lacks an extension or an entry that Node takes. */
function resolvePackage(specifier, from) {
    for (let folder = from;; folder = external_node_path_namespaceObject.dirname(folder)) {
        const target = external_node_path_namespaceObject.join(folder, 'node_modules', specifier);
        const found = resolveFile(target) ?? resolveFolder(target);
        if (found)
            return found;
        if (external_node_path_namespaceObject.dirname(folder) === folder)
            return undefined;
    }
}
function manifestIn(folder) {
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(external_node_path_namespaceObject.join(folder, 'package.json'), 'utf8')) ?? {};
    }
    catch {
        return {};
    }
}
/** What may not be read is not there. */
function isFile(file) {
    try {
        return (0,external_node_fs_namespaceObject.statSync)(file, { throwIfNoEntry: false })?.isFile() ?? false;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/sst/sandbox/typescript.js

/** `import … from "x"` at the beginning of a line or statement, with its names; in a source without types. */
const IMPORT = /(?<=^|[;\n}])([\t ]*)import\s+(?!type\s+[\w$*{])(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)\s*|\{([^{}]*)\}\s*)?from\s*(["'])([^"'\n]+)\5[\t ]*;?/g;
/** `export interface X`, `export type X = …`, `export declare …`: names that are gone when the types are. */
const TYPE_EXPORT = /(?<=^|[;\n}])\s*export\s+(?:declare\s+(?:abstract\s+)?(?:const|let|var|function|class|enum|namespace)|interface|type)\s+([\w$]+)/g;
/**
 * Makes JavaScript of TypeScript as esbuild does: types erased, enums and namespaces turned into code, and the imports
 * dropped that only types made use of. Lines and columns stay where they are, unless there are enums or namespaces;
 * then a source map tells.
 *
 * @param file for the source map. @throws SyntaxError where the source is none.
 */
function compileTypeScript(source, file) {
    return withTypeNames(source, withoutTypeImports(erase(source, file)));
}
function erase(source, file) {
    try {
        return (0,external_node_module_namespaceObject.stripTypeScriptTypes)(source, { mode: 'strip' });
    }
    catch (error) {
        if (error.code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')
            throw error;
        process.setSourceMapsEnabled(true);
        return (0,external_node_module_namespaceObject.stripTypeScriptTypes)(source, { mode: 'transform', sourceMap: true, sourceUrl: file });
    }
}
/**
 * Drops the imported names that the code does not mention: TypeScript allows to import types without saying so. An
 * import of which no name is left is dropped whole, with what its module would have done, as TypeScript wants it.
 */
function withoutTypeImports(code) {
    const rest = code.replaceAll(IMPORT, '');
    const mentioned = (name) => name !== undefined && new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(rest);
    return code.replaceAll(IMPORT, (whole, indent, single, namespace, names, _quote, specifier) => {
        const listed = (names ?? '')
            .split(',')
            .map(name => name.trim())
            .filter(Boolean);
        const kept = listed.filter(name => !/^type\s/.test(name) && mentioned(name.split(/\s+as\s+/).at(-1)));
        const parts = [
            ...(mentioned(single) ? [single] : []),
            ...(mentioned(namespace) ? [`* as ${namespace}`] : []),
            ...(kept.length > 0 || (names !== undefined && listed.length === 0) ? [`{${kept.join()}}`] : []),
        ];
        const written = parts.length > 0 ? `${indent}import ${parts.join()} from ${JSON.stringify(specifier)};` : '';
        return written + '\n'.repeat(whole.split('\n').length - 1);
    });
}
/** Gives names that only types had a value, so that a module can pass them on: esbuild leaves out what is not there. */
function withTypeNames(source, code) {
    const names = [...source.matchAll(TYPE_EXPORT)].map(([, name = '']) => name);
    const missing = [...new Set(names)].filter(name => {
        const escaped = name.replaceAll('$', '\\$');
        return !new RegExp(`\\b(?:const|let|var|function\\*?|class)\\s+${escaped}(?![\\w$])|[{,]\\s*(?:[\\w$]+\\s+as\\s+)?${escaped}\\s*[,}]`).test(code);
    });
    return missing.length > 0
        ? `${code.trimEnd()}\n;export const ${missing.map(name => `${name}=void 0`).join()};`
        : code;
}
/** The first line (from 1) with a static import or re-export of a value; undefined where there is none. */
function firstStaticImport(code) {
    const match = /(?<=^|[;\n}])[\t ]*(?:import\s*(?:["']|[\w$*{][^;"']*?\bfrom\s*["'])|export\s*(?:\*|\{[^{}]*\})\s*(?:as\s+[\w$]+\s*)?from\s*["'])/.exec(code);
    if (!match)
        return undefined;
    const before = code.slice(0, match.index + (/^[\t ]*/.exec(match[0])?.[0].length ?? 0));
    return before.split('\n').length;
}

;// CONCATENATED MODULE: ./lib/sst/sandbox/load.js







/** The query that has the config loaded as TypeScript at once. */
const AS_TYPESCRIPT = '?typescript';
const TYPESCRIPT = /\.[cm]?tsx?$/;
const SCRIPT = /\.[cm]?[jt]sx?$/;
/** Makes `import` and `require` load what esbuild would bundle, and take note of it. */
function install({ config, root }, loaded) {
    const load = (url, context, next) => {
        if (!url.startsWith('file:'))
            return next(url, context);
        const file = (0,external_node_url_namespaceObject.fileURLToPath)(url);
        const imported = context.conditions.includes('import');
        if (file.endsWith('.json'))
            return json(file, imported);
        const own = isOwn(file) ? script(file, url, config, loaded) : next(url, context);
        return imported && own.format === 'commonjs' ? interoperable(url) : own;
    };
    (0,external_node_module_namespaceObject.registerHooks)({ resolve: resolverFor(config, root), load });
}
/** Whether the file is compiled here: scripts of the project, and TypeScript wherever it is. */
function isOwn(file) {
    return SCRIPT.test(file) && (TYPESCRIPT.test(file) || !isPackaged(file));
}
function isPackaged(file) {
    return file.includes(`${external_node_path_namespaceObject.sep}node_modules${external_node_path_namespaceObject.sep}`);
}
function script(file, url, config, loaded) {
    if (!isPackaged(file) && !loaded.files.includes(file))
        loaded.files.push(file);
    const source = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    const code = codeOf(source, file, file === config && !url.endsWith(AS_TYPESCRIPT));
    if (file === config) {
        // For good only where the source was JavaScript, or was compiled to it: a second try says it anew.
        loaded.staticImport = firstStaticImport(code);
    }
    const format = formatOf(file, code);
    return { format, source: format === 'module' ? withRequire(code) : code, shortCircuit: true };
}
function codeOf(source, file, maybePlain) {
    if (!TYPESCRIPT.test(file))
        return source;
    return maybePlain && isPlain(source) ? withoutTypeImports(source) : compileTypeScript(source, file);
}
/**
 * Whether the source can be tried as JavaScript, which saves loading the compiler: that takes longer than Node's own
 * start. Where both languages take a text, they take it for the same, but for type arguments (`f<T>(x)` compares twice
 * in JavaScript): a text without `<` cannot mean anything else.
 */
function isPlain(source) {
    return !source.replaceAll(/^\s*\/\/\/.*$/gm, '').includes('<');
}
/** As esbuild sees it: a file is an ES module by what it says, whatever its package says. */
function formatOf(file, code) {
    if (/\.m[jt]s$/.test(file))
        return 'module';
    if (/\.c[jt]s$/.test(file))
        return 'commonjs';
    try {
        (0,external_node_vm_namespaceObject.compileFunction)(code, ['exports', 'require', 'module', '__filename', '__dirname']);
        return 'commonjs';
    }
    catch {
        return 'module';
    }
}
/**
 * esbuild lets an ES module call `require`; Node does not, unless the module makes one. On the first line, so that the
 * numbers stay.
 */
function withRequire(code) {
    if (!/\brequire\s*\(/.test(code))
        return code;
    if (/\b(const|let|var|function)\s+\{?[^=;]*\brequire\b/.test(code))
        return code;
    return `const require=process.getBuiltinModule('module').createRequire(import.meta.url);${code}`;
}
/** What can be declared: an identifier that is no reserved word. */
const DECLARABLE = /^(?!(?:default|await|break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|eval|arguments)$)[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
/** A name that no module exports. */
const OWN = '__module_seen_by_sst_creds';
function namesOf(value) {
    return Object.keys(Object(value))
        .filter(name => DECLARABLE.test(name))
        .join();
}
/** JSON is imported with its keys as names, too, which Node does not offer. */
function json(file, imported) {
    const text = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    if (!imported)
        return { format: 'json', source: text, shortCircuit: true };
    const value = JSON.parse(text);
    const source = `const ${OWN}=JSON.parse(${JSON.stringify(text)});export default ${OWN};export const {${namesOf(value)}}=Object(${OWN});`;
    return { format: 'module', source, shortCircuit: true };
}
/**
 * A CommonJS module that is imported: every property that it has can be imported by name, and a compiled ES module
 * gives its `default`, as esbuild has it. Node finds only the names that it can read off the source.
 */
function interoperable(url) {
    const file = (0,external_node_url_namespaceObject.fileURLToPath)(url);
    const exported = (0,external_node_module_namespaceObject.createRequire)(url)(file);
    const source = `const ${OWN}=process.getBuiltinModule('module').createRequire(import.meta.url)(${JSON.stringify(file)});
export default Object(${OWN}).__esModule&&'default' in ${OWN}?${OWN}.default:${OWN};
export const {${namesOf(exported)}}=Object(${OWN});`;
    return { format: 'module', source, shortCircuit: true };
}

;// CONCATENATED MODULE: ./lib/sst/sandbox/main.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
// The child in which sst.config.ts is evaluated: started by ../evaluate.ts under Node's permission model, with nothing
// in its environment, told what to do on standard input. It imports nothing of the action's but what stands beside it.







const ANSWER = 3;
/** Files that are told of: enough to say where something stands, and never too much for an answer. */
const MOST_FILES = 1000;
const loaded = { files: [] };
const request = JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(0, 'utf8'));
const exit = process.exit.bind(process);
const write = external_node_fs_namespaceObject.writeSync;
const stringify = JSON.stringify;
function answer(told) {
    const bytes = Buffer.from(`${stringify({ ...told, ...loaded, files: loaded.files.slice(0, MOST_FILES) })}\n`);
    for (let sent = 0; sent < bytes.length;) {
        try {
            sent += write(ANSWER, bytes, sent);
        }
        catch (error) {
            if (error.code !== 'EAGAIN')
                throw error;
        }
    }
    return exit(0);
}
function fail(error) {
    const { name, message, code, stack } = Object(error);
    return answer({
        kind: 'error',
        name: String(name ?? 'Error'),
        message: String(message ?? error).slice(0, 4000),
        ...(typeof code === 'string' ? { code } : {}),
        ...(typeof stack === 'string' ? { stack: stack.slice(0, 8000) } : {}),
    });
}
/** What SST does with the config (its own bundle reads: `import mod from config; await mod.app({ stage })`). */
async function evaluate() {
    const config = (await load());
    const input = { stage: request.stage };
    if (config?.stacks || config?.config) {
        const told = typeof config.config === 'function' ? await config.config(input) : undefined;
        return answer({ kind: 'v2', json: stringify(told) ?? null });
    }
    if (typeof config?.app !== 'function') {
        throw new TypeError(NO_APP);
    }
    return answer({ kind: 'app', json: stringify(await config.app(input)) ?? null });
}
/** The config's default export. What is plain JavaScript is not sent through the TypeScript compiler, which takes longer to load than Node to start. */
async function load() {
    const { href } = (0,external_node_url_namespaceObject.pathToFileURL)(request.config);
    try {
        return (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ href))).default;
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ href + AS_TYPESCRIPT))).default;
    }
}
Object.assign(globalThis, {
    // SST's bundle defines these at its top, the paths those of the bundle.
    $config: (config) => config,
    __dirname: external_node_path_namespaceObject.join(external_node_path_namespaceObject.dirname(request.config), '.sst', 'platform'),
    __filename: external_node_path_namespaceObject.join(external_node_path_namespaceObject.dirname(request.config), '.sst', 'platform', 'sst.config.mjs'),
});
for (const name of Object.keys(process.env))
    delete process.env[name];
Object.assign(process.env, request.environment);
process.argv.splice(1, process.argv.length, external_node_path_namespaceObject.join(external_node_path_namespaceObject.dirname(request.config), '.sst/platform/sst.config.mjs'));
process.execArgv.splice(0);
process.on('uncaughtException', fail);
process.on('beforeExit', () => fail(new Error(NEVER_SETTLES)));
install(request, loaded);
confine(request.readable);
harden();
evaluate().catch(fail);

