// A real Jupyter server with our kernelspec, and a page beside it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

const html = `<!doctype html><meta charset="utf-8"><title>Widgets of the kernel</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><body style="font-family: sans-serif; margin: 2em">
<div id="cells"></div><script src="page.js"></script>`;

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Serves the built page; its address. */
export async function servePage(folder) {
  const types = { '.js': 'text/javascript', '.css': 'text/css' };
  const server = http.createServer(async (request, response) => {
    const name = path.basename(new URL(request.url, 'http://x').pathname);
    try {
      const body = name ? await readFile(path.join(folder, name)) : html;
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/html' });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Starts Debian's Jupyter notebook server in a folder of its own. */
export async function startJupyter(folder, jupyterPath) {
  const port = await freePort();
  const token = 'browser-test';
  const server = spawn(
    '/usr/bin/python3',
    [
      '-m', 'notebook', '--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`,
      '--port-retries=0', `--notebook-dir=${folder}`, `--NotebookApp.token=${token}`,
      '--NotebookApp.allow_origin=*', '--NotebookApp.disable_check_xsrf=True'
    ],
    {
      cwd: folder,
      env: { ...process.env, HOME: folder, JUPYTER_PATH: jupyterPath },
      stdio: ['ignore', 'ignore', 'pipe']
    }
  );
  let log = '';
  server.stderr.on('data', chunk => (log += chunk));
  const url = `http://127.0.0.1:${port}/`;
  await until(async () => {
    if (server.exitCode !== null) {
      throw new Error(`the Jupyter server ended:\n${log}`);
    }
    const answer = await fetch(`${url}api/kernelspecs?token=${token}`).catch(() => undefined);
    return answer?.ok;
  }, () => `the Jupyter server does not answer:\n${log}`);
  return {
    url,
    token,
    log: () => log,
    close: async () => {
      server.kill('SIGTERM'); // it then shuts its kernels down
      if (server.exitCode === null) {
        await once(server, 'exit');
      }
    }
  };
}

/** Waits until `condition` holds, at most a minute. */
export async function until(condition, otherwise) {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(otherwise());
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
