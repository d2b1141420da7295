// Prints the words of drawings with their places, as a browser sets them, and makes a
// picture of every page. The folder has NAME.html; it gets NAME.json, and in Chromium
// NAME-1.png … at 96 dots to the inch.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

// places lists [page, word, left, right, baseline], points.
function places() {
  const words = [];
  for (const [n, svg] of [...document.querySelectorAll('svg')].entries()) {
    for (const text of svg.querySelectorAll('text')) {
      if (text.closest('[data-field]')) continue;
      const scale = text.transform.baseVal.consolidate()?.matrix.a ?? 1; // which places do not include
      for (const found of text.textContent.matchAll(/[^ \u00a0]+/g)) {
        const begin = text.getStartPositionOfChar(found.index);
        const end = text.getEndPositionOfChar(found.index + found[0].length - 1);
        words.push([n, found[0], scale * begin.x, scale * end.x, begin.y]);
      }
    }
  }
  return words;
}

module.exports = async ({browser, folder, pages}) => {
  const page = await browser.newPage();
  pages.push(page);
  for (const file of fs.readdirSync(folder).filter(file => file.endsWith('.html')).sort()) {
    const stem = path.join(folder, file.slice(0, -'.html'.length));
    await page.goto('file://' + stem + '.html');
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(face => face.status === 'error').map(face => face.family);
    });
    if (faces.length > 0) throw new Error(`faces not loaded: ${faces}`);
    fs.writeFileSync(stem + '.json', JSON.stringify(await page.evaluate(places)));
    if (page.setViewport) continue; // Firefox, by Puppeteer
    for (const [i, svg] of (await page.locator('svg').all()).entries()) await svg.screenshot({path: `${stem}-${i + 1}.png`});
  }
};
