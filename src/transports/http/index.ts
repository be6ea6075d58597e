export { type HttpClient, openHttpClient, originOf } from './client.js';
export { DEFAULT_HTTP_LIMITS, toHttpLimits } from './limits.js';
export { listenHttp } from './server.js';
export type * from './types.js';
