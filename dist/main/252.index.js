export const id = 252;
export const ids = [252];
export const modules = {

/***/ 3252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undefinedIf: () => (/* binding */ undefinedIf)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8804);

/** What is shown of a file: not more lines, none longer. */
const MOST_LINES = 8;
const MOST_CHARACTERS = 240;
/**
 * The change that makes the property undefined under a condition. It applies to the file as it stands: each removed
 * line is in it, the text as a whole once, and only what precedes the value is new.
 *
 * @returns undefined if the lines cannot be shown so: too long, too often in the file, or with characters that must not
 * be printed.
 */
function undefinedIf(condition, { text, start, value, end }) {
    const key = text.slice(start, value) === '' ? `${text.slice(start, end)}: ` : '';
    const inserted = `${key}${condition} ? undefined : `;
    const to = `${text}\n`.indexOf('\n', value);
    let from = lineStart(text, start);
    // With as many of the lines before it as it takes to be in the file once.
    for (let more = MOST_LINES; more > 0 && isTwiceIn(text, text.slice(from, to).trimStart()); more -= 1)
        from = lineStart(text, from - 1);
    const whole = change(text, from, value, to, inserted);
    // A line that is too long is shown from the property to the end of its value.
    return whole ?? change(text, start, value, Math.min(end, to), inserted);
}
function change(text, from, at, to, inserted) {
    const before = linesOf(text.slice(from, to));
    const after = linesOf(text.slice(from, at) + inserted + text.slice(at, to));
    if (before.length > MOST_LINES || ![...before, ...after].every(isShown))
        return undefined;
    if (isTwiceIn(text, text.slice(from, to).trimStart()))
        return undefined;
    const shown = (lines) => (lines.length === 1 ? lines.map(line => line.trimStart()) : lines);
    return [...shown(before).map(line => `- ${line}`), ...shown(after).map(line => `+ ${line}`)];
}
function isTwiceIn(text, part) {
    return text.indexOf(part) !== text.lastIndexOf(part);
}
function lineStart(text, from) {
    return from <= 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
}
function linesOf(text) {
    return text.split('\n').map(line => line.replace(/\r$/, ''));
}
/** Whether the line can be printed as it is. Tabs can. */
function isShown(line) {
    const spaced = line.replaceAll('\t', ' ');
    return line.length <= MOST_CHARACTERS && (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(spaced, MOST_CHARACTERS) === spaced;
}


/***/ })

};
