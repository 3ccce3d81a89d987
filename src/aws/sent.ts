import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Published by node:http when a request is made, before anything of it is sent (Node's documentation, "Built-in Channels"). */
const CREATED = 'http.client.request.created';

/**
 * Resolves when the next HTTP request of this process has gone out as a whole, connection and all: the time to load the
 * code that its answer will need. Loaded earlier, it would hold up the connection, since running modules takes the
 * event loop for itself. Where the request fails before it is out, it resolves never, and nothing waits for it.
 */
export function nextRequestSent(): Promise<void> {
  awaited ??= new Promise(resolve => {
    const created = (message: unknown) => {
      unsubscribe(CREATED, created);
      awaited = undefined;
      (message as { request: ClientRequest }).request.once('finish', resolve);
    };
    subscribe(CREATED, created);
  });
  return awaited;
}

/** All who wait for the next request wait for the same one. */
let awaited: Promise<void> | undefined;
