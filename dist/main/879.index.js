export const id = 879;
export const ids = [879];
export const modules = {

/***/ 8879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ambientKeys: () => (/* binding */ ambientKeys),
/* harmony export */   profileKeys: () => (/* binding */ profileKeys)
/* harmony export */ });
/* harmony import */ var _aws_sdk_credential_provider_ini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5869);
/* harmony import */ var _aws_sdk_credential_provider_node__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5861);


/** What the SDK finds by itself: environment, the files' profile `default`, a container's or instance's role. */
async function ambientKeys(reach) {
    return provided(await (0,_aws_sdk_credential_provider_node__WEBPACK_IMPORTED_MODULE_0__.defaultProvider)(requestsOf(reach))());
}
/** What a profile of the AWS files gives: keys, SSO, credential_process, a web identity, a role of another profile. */
async function profileKeys(profile, reach) {
    return provided(await (0,_aws_sdk_credential_provider_ini__WEBPACK_IMPORTED_MODULE_1__.fromIni)({ profile, ...requestsOf(reach) })());
}
function requestsOf({ region, transport }) {
    const { httpAgent, httpsAgent } = transport.agents;
    const requestHandler = { httpAgent, httpsAgent };
    // The SSO client takes its handler from clientConfig, and would take a region there for that of the SSO session.
    return { clientConfig: { requestHandler }, parentClientConfig: { region, requestHandler } };
}
function provided(found) {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
    return {
        keys: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
        expires: expiration,
    };
}


/***/ })

};
