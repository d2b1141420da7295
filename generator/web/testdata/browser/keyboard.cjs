// A protocol is made without a mouse, by keys alone, and each focused element has a name for
// screen readers.
'use strict';
const {assert, until} = require('./lib.cjs');

module.exports = async session => {
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();

  // to presses Tab until a given element has the focus.
  async function to(what, wanted, key = 'Tab') {
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
  const button = name => `document.activeElement.matches('button') && document.activeElement.textContent.trim() === ${JSON.stringify(name)}`;
  const field = name => `document.activeElement.matches('[data-value]') && document.activeElement.closest('.field').dataset.key === ${JSON.stringify(name)}`;

  await to('the choice of a starter', `document.activeElement.matches('[name=starter]')`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await to('«Создать»', button('Создать'));
  await page.keyboard.press('Enter');
  await page.locator('#fields h2').first().waitFor();
  const [file] = session.files('.toml').filter(name => name !== 'council.toml');

  await to('the date', field('date'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20.02.2026');
  await to('the place', field('place'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Малый зал');

  // Arrows in a list of choices only choose; a button adds the field.
  await to('further fields', `document.activeElement.matches('#group-when [data-more]')`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.evaluate('document.activeElement.value');
  assert.ok(chosen, 'nothing is chosen');
  assert.equal(await page.locator(`#fields .field[data-path='${chosen}']`).count(), 0, 'a step added a field');
  await to('«Добавить»', button('+ Добавить'));
  await page.keyboard.press('Enter');
  await until('the focus in the new field', () => page.evaluate(path =>
    document.activeElement.closest('.field')?.dataset.path === path, chosen));
  await to('a question', `document.activeElement.matches('#group-agenda summary') || (${field('agenda[0].title')})`);
  if (await page.evaluate(`document.activeElement.matches('details:not([open]) > summary')`)) await page.keyboard.press('Enter');
  await to('its title', field('agenda[0].title'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('О работе без мыши');

  // Votes: typing the numbers shows the outcome computed from them.
  await to('the votes for', field('agenda[0].vote.for'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2');
  await to('the votes against', field('agenda[0].vote.against'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await until('the votes on the disk', () => /for = 2\b/.test(session.read(file)) && /against = 1\b/.test(session.read(file)));
  await until('the outcome of the votes', async () => /за.*2|2.*за/.test(await page.locator('#votes').textContent()));

  // An annex is added, named, and removed.
  const inAnnexes = what => `document.activeElement.closest('#group-annexes') && ${what}`;
  await to('an annex', inAnnexes(`document.activeElement.matches('[data-do=insert]')`));
  await page.keyboard.press('Enter');
  await to('its title', field('annexes[0].title'));
  await page.keyboard.type('План работы');
  await to('a second annex', inAnnexes(`document.activeElement.matches('.add[data-do=insert]') && document.activeElement.closest('.field').dataset.key === 'annexes'`));
  await page.keyboard.press('Enter');
  await to('the title of the second', field('annexes[1].title'));
  await page.keyboard.type('Смета');
  await to('up with the second', inAnnexes(`document.activeElement.matches('.order [data-by="-1"]') && document.activeElement.closest('li').dataset.item.includes('1')`), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await until('the annexes in their order', () => {
    const text = session.read(file);
    return text.includes('План работы') && text.indexOf('Смета') > 0 && text.indexOf('Смета') < text.indexOf('План работы');
  });

  await until('all on the disk', () => {
    const text = session.read(file);
    return text.includes('date = 2026-02-20') && text.includes('Малый зал') && text.includes('О работе без мыши');
  });
  await to('«Сохранить в папку»', button('Сохранить в папку'));
  await page.keyboard.press('Enter');
  await until('PDF and DOCX', () => session.files('.pdf').length === 1 && session.files('.docx').length === 1);
};
