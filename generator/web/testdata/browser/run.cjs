// Runs scenarios in one browser: browsers run.cjs chromium|firefox. Each line of stdin
// has a scenario and its folder, parted by a tab; the last line of its outcome is
// "passed" or "failed".
'use strict';
const readline = require('node:readline');
const {assert, path, Session} = require('./lib.cjs');

const launch = {
  chromium: () => require('playwright-core').chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox']}),
  firefox: () => require('puppeteer-core').launch({browser: 'firefox', executablePath: process.env.FIREFOX, headless: true}),
};

async function run(browser, name, folder) {
  const session = new Session(folder, browser);
  try {
    await require(path.resolve(__dirname, name))(session);
    assert.deepEqual(session.wrong, []);
    return true;
  } catch (fault) {
    const shots = process.env.SHOTS;
    for (const [i, page] of session.pages.entries()) {
      if (shots && !page.isClosed()) await page.screenshot({path: path.join(shots, `${name}-${i}.png`)}).catch(() => {});
    }
    console.log(fault.stack, session.wrong, session.server?.said);
    return false;
  } finally {
    for (const page of session.pages) await page.close();
    for (const context of browser.contexts?.() ?? []) await context.close();
    session.server?.process.kill('SIGKILL');
  }
}

(async () => {
  const browser = await launch[process.argv[2]]();
  process.stdin.once('close', () => browser.close()); // the tests have ended, or were interrupted
  for await (const line of readline.createInterface({input: process.stdin})) {
    console.log(await run(browser, ...line.split('\t')) ? 'passed' : 'failed');
  }
})();
