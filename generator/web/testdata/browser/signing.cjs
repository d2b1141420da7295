// A paper is signed with a key in a file, shows who signed it, and gets the stamp of a
// signature that lies beside it.
'use strict';
const {assert, fs, path, until} = require('./lib.cjs');

module.exports = async session => {
  session.expected = / 422 /;
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();
  await page.goto(new URL('/tools', server.address).href);
  const part = name => page.locator('section').filter({has: page.getByRole('heading', {name, exact: true})});
  const file = name => path.join(session.folder, name);

  const signatures = part('Подписи');
  await signatures.getByLabel('Документ папки').selectOption('бумага.pdf');
  await signatures.getByRole('button', {name: 'Показать подписи'}).click();
  const form = signatures.locator('form[data-tool="/tools/sign"]');
  await form.waitFor();
  await session.accessible(page, 'a key is asked for', ['section[aria-labelledby=t-sign]']);
  const original = fs.readFileSync(file('бумага.pdf'));
  await form.locator('[name=key]').setInputFiles(file('ключ.p12'));
  await form.getByLabel('Пароль ключа').fill('не тот');
  await form.getByRole('button', {name: 'Подписать'}).click();
  await signatures.locator('.fault').filter({hasText: 'ароль'}).waitFor();
  assert.equal(session.files('.pdf').length, 1, 'something was signed with a wrong password');
  await form.getByLabel('Пароль ключа').fill('пароль');
  await form.getByRole('button', {name: 'Подписать'}).dblclick();
  await signatures.locator('.outcome.good').filter({hasText: 'Подписано'}).waitFor();
  await until('the signed copy', () => session.files('.pdf').includes('бумага (подписан).pdf'));
  assert.ok(fs.readFileSync(file('бумага.pdf')).equals(original), 'the original was changed');
  await session.accessible(page, 'a paper is signed', ['section[aria-labelledby=t-sign]']);

  await page.reload();
  await signatures.getByLabel('Документ папки').selectOption('бумага (подписан).pdf');
  await signatures.getByRole('button', {name: 'Показать подписи'}).click();
  await signatures.locator('.outcome').filter({hasText: 'Иванов'}).waitFor();

  const stamp = part('Штамп отсоединённой подписи');
  await stamp.locator('input[type=file]').setInputFiles([file('бумага.pdf'), file('чужая.sig')]);
  await stamp.locator('button.main').click();
  await stamp.locator('.fault, .outcome.bad').waitFor();
  await stamp.locator('input[type=file]').setInputFiles([file('бумага.pdf'), file('бумага.pdf.sig')]);
  await stamp.locator('button.main').click();
  await stamp.locator('.outcome').filter({hasText: 'штамп'}).waitFor();
  await until('the copy with a stamp', () => session.files('.pdf').some(name => name.includes('штамп')));
  await session.accessible(page, 'a stamp', ['section[aria-labelledby=t-stamp]']);
};
