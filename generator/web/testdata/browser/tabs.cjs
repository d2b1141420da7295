// Two windows change one file: both show all changes. A deleted file can be written again.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const {assert, until} = require('./lib.cjs');

module.exports = async session => {
  session.expected = /404|409/;
  const server = await session.start();
  const one = await session.open(server.address);
  await one.getByRole('heading', {name: 'Заседания'}).waitFor();
  const two = await one.context().newPage();
  session.watch(two);
  await session.edit(one, 'meeting.toml');
  await session.edit(two, 'meeting.toml');
  const field = session.field;

  await field(one, 'place').fill('Первое место');
  await field(one, 'place').blur();
  await until('the change in the other window', async () => {
    await two.bringToFront();
    return await field(two, 'place').inputValue() === 'Первое место';
  });

  // Different fields, at the same time: both are kept.
  await Promise.all([field(one, 'place').fill('Второе место'), field(two, 'number').fill('КС-77/26')]);
  await Promise.all([field(one, 'place').blur(), field(two, 'number').blur()]);
  await until('both changes', () => {
    const text = session.read('meeting.toml');
    return text.includes('Второе место') && text.includes('КС-77/26');
  });
  assert.equal(await two.locator('#conflict').isVisible(), false);

  // A deleted file may reappear, or is written again with the same content.
  const file = path.join(session.folder, 'meeting.toml');
  const away = file + '.away';
  const [question, saved] = ['#conflict', '#saved'].map(name => two.locator(name));
  await two.bringToFront();
  await until('both changes in the window', async () => await field(two, 'place').inputValue() === 'Второе место');
  const text = session.read('meeting.toml');
  fs.renameSync(file, away);
  await question.filter({hasText: 'переименовали'}).waitFor();
  fs.renameSync(away, file);
  await question.waitFor({state: 'hidden'});
  await until('«Сохранено»', async () => await saved.textContent() === 'Сохранено');
  fs.renameSync(file, away);
  await question.getByRole('button', {name: 'Записать снова'}).click();
  await until('the file as it was', () => fs.existsSync(file) && session.read('meeting.toml') === text);
  await question.waitFor({state: 'hidden'});
};
