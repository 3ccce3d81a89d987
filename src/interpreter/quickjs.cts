// The CommonJS build of the interpreter: ncc cannot follow how its ES module starts.
module.exports = require('@jitl/quickjs-wasmfile-release-sync/emscripten-module');
