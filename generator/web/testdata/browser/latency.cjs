// How long it takes from a typed letter to the page that shows it, in the browser.
'use strict';
const {until} = require('./lib.cjs');

module.exports = async session => {
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();
  for (const pages of [10, 50]) {
    await session.edit(page, `pages-${pages}.toml`);
    await until('the sheet', async () => await page.locator('#sheets svg').count() >= pages);
    const times = await page.evaluate(async () => {
      const input = document.querySelector('#fields .field[data-key=place] [data-value]');
      const pane = document.querySelector('#sheets');
      const times = [];
      for (let i = 0; i < 40; i++) {
        const word = `Зал${1000 + i}`;
        const shown = new Promise((resolve, reject) => {
          const seen = () => {
            if (!pane.textContent.includes(word)) return;
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
      return times;
    });
    session.figure(`from a letter to the sheet of ${pages} pages, with the pause for typing`, times);
  }
};
