// Notices every attempt to reach a host other than this machine, whoever makes it: page, worker,
// style sheet or preload. It is the proxy the browsers must use for all but loopback, and it
// answers nobody.
import { createServer } from 'node:http';

// The browsers' own errands, not the page's.
const OWN_ERRANDS = /(^|\.)(mozilla\.(com|org|net)|firefox\.com|google(apis)?\.com|gstatic\.com|gvt1\.com|dummy\.test)$/;

export async function watchElsewhere() {
  const attempts = [];
  const note = (host) => {
    if (!OWN_ERRANDS.test(host)) attempts.push(host);
  };
  const proxy = createServer((request, response) => {
    note(new URL(request.url, 'http://unknown').hostname);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    note(request.url.split(':')[0]);
    socket.destroy();
  });
  await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    port: proxy.address().port,
    // The hosts asked for since the last call.
    take: () => attempts.splice(0),
    close() {
      proxy.closeAllConnections();
      return new Promise((closed) => proxy.close(closed));
    },
  };
}
