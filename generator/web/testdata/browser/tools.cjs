// Work on papers: a paper is verified, letters are made for a list, forms come back.
'use strict';
const {execFileSync} = require('node:child_process');
const {assert, fs, path, until} = require('./lib.cjs');

const list = `Организация;Руководитель;ИНН;Примечание
ООО «Первое»;Соколов Андрей Андреевич;;
ООО «Второе»;Иванова Мария Петровна;;срочно
ООО «Третье»;Петров Пётр Петрович;123;
ООО «Четвёртое»;Сидоров Иван Ильич;;
`;

module.exports = async session => {
  const protokol = (...args) => execFileSync(process.env.PROTOKOL, args, {cwd: session.folder, stdio: 'ignore'});
  protokol('generate', 'meeting.toml', '--kind', 'protocol', '--format', 'pdf', '--name', 'бумага');
  protokol('generate', 'meeting.toml', '--kind', 'application', '--format', 'pdf', '--fillable', '--name', 'заявление');
  const dropped = name => path.join(session.folder, name);

  session.expected = / 422 |ERR_UPLOAD_FILE_CHANGED|ERR_ACCESS_DENIED/;
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();
  await page.goto(new URL('/tools', server.address).href);
  const part = name => page.locator('section').filter({has: page.getByRole('heading', {name, exact: true})});

  // drop drops a file on a part of the page, as from a file manager.
  async function drop(section, name, data) {
    const files = await page.evaluateHandle(([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    }, [name, data.toString('base64')]);
    await section.locator('.drop').first().dispatchEvent('drop', {dataTransfer: files});
  }

  const verify = part('Проверить бумагу');
  await drop(verify, 'бумага.pdf', fs.readFileSync(dropped('бумага.pdf')));
  await verify.locator('.outcome.good').waitFor();
  const forged = Buffer.from(fs.readFileSync(dropped('бумага.pdf')));
  const middle = Math.floor(forged.length / 2);
  forged.fill(32, middle, middle + 400);
  await drop(verify, 'бумага.pdf', forged);
  await verify.locator('.outcome.bad, .fault').waitFor();
  await drop(verify, 'ничего.pdf', Buffer.from('это не бумага'));
  await verify.locator('.outcome.bad, .fault').waitFor();

  const collect = part('Собрать заполненные формы');
  await drop(collect, '<img src=x onerror=alert(1)>.pdf', fs.readFileSync(dropped('заявление.pdf')));
  await collect.locator('.outcome').waitFor();
  await until('a table of answers', () => session.files('.csv').length > 0);

  const batch = part('Письма по списку');
  await batch.getByLabel('Что сделать').selectOption('invitation');
  const mapping = page.locator('#mapping');
  await drop(batch, 'список.xlsx', fs.readFileSync(path.resolve(__dirname, '../../../../examples/handbook/list.xlsx')));
  await mapping.getByText('список.xlsx').waitFor();
  await mapping.getByRole('button', {name: 'Сделать'}).click();
  await page.locator('#batch-result .outcome').waitFor();
  const fromXLSX = session.files('.pdf').filter(name => name.includes(path.sep)).length;
  assert.ok(fromXLSX > 2, `${fromXLSX} papers for the list of the handbook`);
  fs.rmSync(path.join(session.folder, 'письма'), {recursive: true});
  await page.reload();

  await batch.getByLabel('Что сделать').selectOption('invitation');
  // A list that was put right after it had been chosen is not sent by browsers.
  const chosen = dropped('список.csv');
  fs.writeFileSync(chosen, list);
  await batch.locator('input[type=file]').first().setInputFiles(chosen);
  const read = batch.getByRole('button', {name: 'Прочитать список'});
  await read.click();
  await mapping.waitFor();
  fs.utimesSync(chosen, 0, 0);
  await read.click();
  await batch.locator('.fault').filter({hasText: 'Выберите его снова'}).waitFor();
  fs.rmSync(chosen);

  await drop(batch, 'список.csv', Buffer.from(list));
  await mapping.waitFor();
  await mapping.getByText('ООО «Первое»').waitFor(); // samples
  await session.accessible(page, 'the columns of a list', ['#mapping']);
  await mapping.getByRole('button', {name: 'Сделать'}).click();
  const letters = () => session.files('.pdf').filter(name => name.includes(path.sep) && !name.includes('Реестр'));
  await until('three letters', () => letters().length === 3);
  await page.locator('#batch-result').getByText('123').first().waitFor(); // the invalid row, with its reason
  assert.equal(letters().length, 3, `letters: ${letters()}`);
  await session.accessible(page, 'the outcome of a batch', ['#batch-result']);
  assert.equal(await page.locator('img').count(), 0, 'a file name became markup');
};
