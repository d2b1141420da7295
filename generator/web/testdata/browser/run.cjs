// Runs a scenario in Chromium: browsers run.cjs SCENARIO FOLDER.
'use strict';
const {chromium} = require('playwright-core');
const {assert, path, Session} = require('./lib.cjs');

(async () => {
  const [name, folder] = process.argv.slice(2);
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox']});
  const session = new Session(folder, browser);
  try {
    await require(path.resolve(__dirname, name))(session);
    assert.deepEqual(session.wrong, []);
  } catch (fault) {
    const shots = process.env.SHOTS;
    for (const [i, page] of session.pages.entries()) {
      if (shots && !page.isClosed()) await page.screenshot({path: path.join(shots, `${name}-${i}.png`)}).catch(() => {});
    }
    console.error(fault.stack, session.wrong, session.server?.said);
    process.exitCode = 1;
  } finally {
    await browser.close();
    if (session.server) session.server.process.kill('SIGKILL');
  }
})();
