// Helpers of scenarios: a server in a folder, a browser, checks that are retried. A scenario
// is a file that exports an async function of a Session.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const {spawn} = require('node:child_process');

// patience is how long a check is retried and Playwright waits, ms: the machine may be busy.
const patience = 120_000;

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
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
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

  // context makes a browser context, with options of Playwright.
  async context(options) {
    const context = await this.browser.newContext({locale: 'ru-RU', ...options});
    context.setDefaultTimeout(patience);
    return context;
  }

  // open opens an address in a new browser context and collects its errors.
  async open(address, options = {}) {
    const context = await this.context({viewport: {width: 1400, height: 900}, ...options});
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

  // to presses Tab, or another key, until a given element has the focus, which must be seen.
  async to(page, what, wanted, key = 'Tab') {
    for (let i = 0; i < 400; i++) {
      if (await page.evaluate(wanted)) {
        let hidden; // until it has been scrolled into view
        await until(`seeing the focus: ${what}`, async () => (hidden = await page.evaluate(() => {
          const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const isMarked = s.outlineStyle !== 'none' || s.boxShadow !== 'none';
          const isInView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && (e.contains(top) || top?.contains(e));
          return isMarked && isInView ? '' : `${e.outerHTML.slice(0, 200)}: ${JSON.stringify(box)}, ${s.outline}, ${top?.outerHTML.slice(0, 100)}`;
        })) === '').catch(fault => { throw new Error(`${fault.message}: ${hidden}`); });
        return;
      }
      await page.keyboard.press(key);
    }
    throw new Error(`no way to ${what} by ${key}`);
  }

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
