// nginx and Apache on loopback, each with no more configuration than docs/hosting.md tells, serving
// the edition below a path.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../harness/until.mjs';

export const BELOW = '/reports/bears/';

const nginx = (port, root) => `
daemon off; pid ${root}/pid; error_log ${root}/errors;
events {}
http {
  access_log off;
  client_body_temp_path ${root}/temporary; proxy_temp_path ${root}/temporary;
  fastcgi_temp_path ${root}/temporary; uwsgi_temp_path ${root}/temporary; scgi_temp_path ${root}/temporary;
  types {
    text/html html; text/css css; text/javascript js; application/wasm wasm; image/svg+xml svg;
    image/png png; font/woff2 woff2; application/manifest+json webmanifest;
  }
  gzip_static on;
  server { listen 127.0.0.1:${port}; root ${root}/site; error_page 404 ${BELOW}404.html; }
}`;

const MODULES = ['mpm_event', 'authz_core', 'dir', 'mime'];
const apache = (port, root) => `
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${root}/pid
DefaultRuntimeDir ${root}
ErrorLog ${root}/errors
User nobody
Group nogroup
TypesConfig /dev/null
AddType text/html .html
AddType text/css .css
AddType text/javascript .js
AddType image/svg+xml .svg
AddType font/woff2 .woff2
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
DocumentRoot ${root}/site
DirectoryIndex index.html
ErrorDocument 404 ${BELOW}404.html
<Directory />
  Options FollowSymLinks
  Require all granted
</Directory>`;

const SERVERS = {
  nginx: { program: process.env.NGINX, settings: nginx, options: (file) => ['-c', file] },
  Apache: { program: process.env.APACHE, settings: apache, options: (file) => ['-X', '-f', file] },
};

// Why a server cannot be tried here; nothing if it can.
export const lacks = (name) =>
  existsSync(SERVERS[name].program ?? '') ? undefined : `${name} is not here: cargo xtask test hosts brings it`;

export async function start(name, dist) {
  const { program, settings, options } = SERVERS[name];
  const root = mkdtempSync(join(tmpdir(), 'dossier-host-'));
  const [, outer, inner] = BELOW.split('/');
  mkdirSync(join(root, 'site', outer), { recursive: true });
  symlinkSync(dist, join(root, 'site', outer, inner));
  const port = await freePort();
  const file = join(root, 'settings');
  writeFileSync(file, settings(port, root));
  spawn('chmod', ['755', root]);
  const server = spawn(program, options(file), { stdio: 'inherit' });
  const address = `http://127.0.0.1:${port}${BELOW}`;
  await until(`${name} answers`, () => fetch(address).then((answer) => answer.ok, () => false));
  return {
    address,
    async close() {
      server.kill();
      await once(server, 'exit');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}
