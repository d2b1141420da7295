// The time from a keystroke to the page that shows it, in the browser; the time of the server,
// from its request to the changed pages, which are the beginning of the answer, and to the end of
// the answer, when the letter is on the disk; and the processor time of both: on a busy machine
// only the latter is meaningful.
'use strict';
const {assert, fs, until} = require('./lib.cjs');

module.exports = async session => {
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const letters = process.env.PROTOKOL_TESTS === 'full' ? 200 : 10;
  for (const pages of [10, 50]) {
    await session.edit(page, `pages-${pages}.toml`);
    await until('the sheet', async () => await page.locator('#sheets svg').count() >= pages);
    const before = await work();
    const {times, served, saved} = await page.evaluate(async letters => {
      performance.clearResourceTimings();
      const input = document.querySelector('#fields .field[data-key=place] [data-value]');
      const pane = document.querySelector('#sheets');
      const times = [];
      for (let i = 0; i < letters; i++) {
        const word = `Зал${1000 + i}`;
        const shown = new Promise((resolve, reject) => {
          const seen = () => {
            if (!pane.firstElementChild.textContent.includes(word)) return;
            watch.disconnect();
            requestAnimationFrame(() => resolve(performance.now()));
          };
          const watch = new MutationObserver(seen);
          watch.observe(pane, {childList: true, subtree: true, characterData: true});
          setTimeout(() => reject(new Error(`${word} is not on the sheet`)), 30_000);
        });
        input.value = word;
        const begin = performance.now();
        input.dispatchEvent(new InputEvent('input', {bubbles: true}));
        times.push(await shown - begin);
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      const answers = performance.getEntriesByType('resource').filter(one => one.name.endsWith('/api/edit'));
      return {times, served: answers.map(one => one.responseStart - one.requestStart),
        saved: answers.map(one => one.responseEnd - one.requestStart)};
    }, letters);
    assert.ok(served.length > 0, 'the requests are measured');
    session.figure(`from a letter to the sheet of ${pages} pages, with the pause for typing`, times);
    session.figure(`  of it the server's, ${pages} pages`, served);
    session.figure('  until the letter is on the disk', saved);
    const after = await work();
    for (const [name, ms] of Object.entries(after)) {
      console.log(`  work of the ${name} for a letter: ${Math.round((ms - before[name]) / times.length)} ms`);
    }
  }

  // work is the time that processors have spent, ms.
  async function work() {
    const {metrics} = await devtools.send('Performance.getMetrics');
    const spent = {page: 1000 * metrics.find(m => m.name === 'TaskDuration').value};
    const stat = `/proc/${server.process.pid}/stat`; // of Linux, in hundredths of a second: proc(5)
    if (fs.existsSync(stat)) {
      const [user, system] = fs.readFileSync(stat, 'utf8').split(') ')[1].split(' ').slice(11, 13);
      spent.server = 10 * (Number(user) + Number(system));
    }
    return spent;
  }
};
