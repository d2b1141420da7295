// Helpers of scenarios: a server in a folder, a browser, checks that are retried. A scenario
// is a file that exports an async function of a Session.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const {spawn} = require('node:child_process');

// patience is how long a check is retried, ms: the machine may be busy.
const patience = 30_000;

async function until(what, check) {
  const end = Date.now() + patience;
  for (;;) {
    let wrong;
    try {
      if (await check()) return;
    } catch (fault) {
      wrong = fault;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${patience} ms${wrong ? `; ${wrong.message}` : ''}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

// running are processes to be ended with this one.
const running = new Set();
process.on('exit', () => { for (const one of running) one.kill('SIGKILL'); });

// Server is "protokol serve" as a process.
class Server {
  static async start(folder, options = []) {
    const server = new Server();
    server.process = spawn(process.env.PROTOKOL, ['serve', '--no-browser', ...options, folder],
      {stdio: ['ignore', 'pipe', 'pipe']});
    running.add(server.process);
    let out = '';
    server.said = '';
    server.process.stdout.on('data', data => { out += data; });
    server.process.stderr.on('data', data => { server.said += data; });
    await until('the address', () => {
      if (server.process.exitCode !== null) throw new Error(`serve ended: ${server.said}`);
      return out.includes('\n');
    });
    server.address = out.trim();
    assert.match(server.address, /^http:\/\/127\.0\.0\.1:\d+\/#\S+$/, 'the only line of stdout is the address');
    return server;
  }

  // again returns an address for another browser, which is printed once the first one
  // has been used.
  async again() {
    let found;
    await until('another address', () => {
      found = this.said.match(/http:\/\/\S+/g)?.at(-1);
      return found;
    });
    return found;
  }

  async end(signal) {
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    this.process.kill(signal);
    await ended;
  }
}

// Session is a scenario that runs.
class Session {
  constructor(folder, browser) {
    Object.assign(this, {folder, browser, wrong: [], pages: [], dialogs: [], figures: {}});
  }

  async start(options) {
    this.server = await Server.start(this.folder, options);
    return this.server;
  }

  // open opens an address in a new browser context, with options of Playwright, and collects
  // its errors.
  async open(address, options = {}) {
    const context = await this.browser.newContext({locale: 'ru-RU', viewport: {width: 1400, height: 900}, ...options});
    const page = await context.newPage();
    this.watch(page);
    await page.goto(address);
    return page;
  }

  watch(page) {
    this.pages.push(page);
    page.on('dialog', dialog => { // closes the page although values are unsaved
      this.dialogs.push(dialog.type());
      dialog.accept();
    });
    page.on('pageerror', fault => this.wrong.push(`script: ${fault.stack}`));
    page.on('console', message => {
      const text = message.text(); // 401 is the answer to a browser without a cookie
      if (message.type() === 'error' && !/ 401 /.test(text) && !this.expected?.test(text)) this.wrong.push(`console: ${text}`);
    });
    page.on('request', request => {
      const url = new URL(request.url());
      if (!['127.0.0.1', ''].includes(url.hostname)) this.wrong.push(`outside request: ${request.url()}`);
    });
  }

  // edit opens a file of the folder.
  async edit(page, name) {
    await page.goto(new URL('/edit/' + encodeURIComponent(name), this.server.address).href);
    await page.locator('#fields h2').first().waitFor();
  }

  // field is the place for the value of a key.
  field(page, key) { return page.locator(`#fields .field[data-key="${key}"] [data-value]`).first(); }

  // show unfolds a section of the form.
  async show(page) {
    await page.evaluate(() => { for (const d of document.querySelectorAll('#fields details')) d.open = true; });
  }

  read(name) { return fs.readFileSync(path.join(this.folder, name), 'utf8'); }
  write(name, text) { fs.writeFileSync(path.join(this.folder, name), text); }

  // files returns the names in the folder that end in something.
  files(ending) { return fs.readdirSync(this.folder, {recursive: true}).filter(name => name.endsWith(ending)).sort(); }

  // accessible runs axe-core on a page as it is, or on parts of it, which selectors name:
  // all rules, or those that options of axe-core select.
  async accessible(page, screen, parts, options) {
    if (!await page.evaluate('typeof axe === "object"')) {
      await page.evaluate(fs.readFileSync(require.resolve('axe-core'), 'utf8'));
    }
    const {violations} = await page.evaluate(([parts, options]) =>
      axe.run(parts ?? document, {resultTypes: ['violations'], ...options}), [parts, options]);
    for (const v of violations) {
      this.wrong.push(`${screen}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 5).map(n => n.html.slice(0, 200)).join(' | ')}`);
    }
  }

  // figure reports percentiles of times in ms.
  figure(name, times) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = share => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] * 10) / 10;
    this.figures[name] = {n: sorted.length, p50: at(0.5), p95: at(0.95)};
    console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms of ${sorted.length}`);
    return this.figures[name];
  }
}

module.exports = {assert, fs, path, until, Session};
