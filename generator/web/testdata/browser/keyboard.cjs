// A protocol is made without a mouse, by keys alone, and each focused element has a name for
// screen readers.
'use strict';
const {assert, path, until} = require('./lib.cjs');

const examples = path.resolve(__dirname, '../../../../examples');

module.exports = async session => {
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();

  const to = (what, wanted, key) => session.to(page, what, wanted, key);
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
  await until('the place on the disk', () => session.read(file).includes('Малый зал'));

  // The last step of undo or redo leaves the focus on the button, which then does nothing.
  for (const [id, key, has] of [['undo', 'Shift+Tab', false], ['redo', 'Tab', true]]) {
    await to(id, `document.activeElement.id === '${id}'`, key);
    await until(`the last step of ${id}`, async () => {
      await page.keyboard.press('Enter');
      await until('an answer', async () => await page.locator('#saved').textContent() === 'Сохранено');
      return page.evaluate(`document.activeElement.matches('#${id}[aria-disabled=true]')`);
    });
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), id);
    assert.equal(session.read(file).includes('Малый зал'), has, id);
    assert.equal(await page.locator('#saved').textContent(), 'Сохранено');
  }

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
  await tools(session, page);
};

// tools makes envelopes for a list and checks a Word template. The focus stays where it was
// when a button has been pressed.
async function tools(session, page) {
  page.on('filechooser', () => {}); // or Playwright would intercept only while it waits for one
  await page.goto(new URL('/tools', session.server.address).href);
  const inForm = (tool, what) => `document.activeElement.matches(${JSON.stringify(what)}) && ` +
    `document.activeElement.closest('form').dataset.tool === '/tools/${tool}'`;
  async function choose(tool, name, file) {
    await session.to(page, `the file for ${tool}`, inForm(tool, `input[type=file][name=${name}]`));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(path.join(examples, file));
  }
  const keeps = what => until(`the focus on ${what}`, () =>
    page.evaluate(what => document.activeElement.textContent.trim() === what, what));

  await session.to(page, 'the kind of letters', inForm('list', 'select[name=kind]'));
  await page.keyboard.type('Конв');
  await choose('list', 'list', 'handbook/list.xlsx');
  await session.to(page, '«Прочитать список»', inForm('list', 'button'));
  await page.keyboard.press('Enter');
  await page.locator('#mapping').waitFor();
  await keeps('Прочитать список');
  await session.to(page, 'the first column', `document.activeElement.matches('#mapping select[name^="column:"]')`);
  await session.to(page, '«Сделать»', `document.activeElement.matches('#mapping button')`);
  await page.keyboard.press('Enter');
  await page.locator('#batch-result .outcome').waitFor();
  await keeps('Сделать');
  assert.ok(session.files('.pdf').some(name => name.includes(path.sep)), 'no envelopes');

  await session.to(page, 'the kind of paper', inForm('word', 'select[name=kind]'));
  await choose('word', 'file', 'templates/protocol.docx');
  await session.to(page, '«Проверить бланк»', inForm('word', 'button'));
  await page.keyboard.press('Enter');
  const word = page.locator('section').filter({has: page.getByRole('heading', {name: 'Свой бланк Word', exact: true})});
  await word.locator('.outcome').waitFor();
  await keeps('Проверить бланк');
}
