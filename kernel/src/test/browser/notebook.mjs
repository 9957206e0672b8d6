// Opens a notebook in Debian's Jupyter notebook and works in it as an author does: runs cells, completes a word, asks what
// one means, answers a question, interrupts an endless loop. usage: node notebook.mjs KERNELSPEC_PREFIX [SCREENSHOT_FOLDER]
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { startJupyter } from './server.mjs';

const [prefix, pictures] = process.argv.slice(2);
const scratch = await mkdtemp(path.join(os.tmpdir(), 'orrery-notebook-'));

const cells = [
  'record Ball(double height, double speed) {}\nvar balls = List.of(new Ball(1, 0), new Ball(2, -3));',
  'System.out.println("printed");\nballs',
  'Syst',
  'var name = input("your name? ");\n"hello " + name',
  'while (true) {}',
  'int x = "text";'
];
await writeFile(
  path.join(scratch, 'first.ipynb'),
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'orrery', display_name: 'Java (Orrery)', language: 'java' } },
    cells: cells.map((source, i) => ({
      cell_type: 'code', id: `cell-${i}`, metadata: {}, execution_count: null, outputs: [], source
    }))
  })
);

const jupyter = await startJupyter(scratch, path.join(prefix, 'share/jupyter'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']
});
const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
page.setDefaultTimeout(60_000);

const cell = number => page.locator('.cell').nth(number);
const shows = (number, text) =>
  page.waitForFunction(
    ([number, text]) => document.querySelectorAll('.cell')[number].querySelector('.output').innerText.includes(text),
    [number, text]
  );
async function run(number) {
  await cell(number).locator('.CodeMirror').click();
  await page.keyboard.press('Control+Enter');
}
async function step(what, work) {
  process.stdout.write(`${what} ... `);
  await work();
  console.log('ok');
}

let failed = false;
try {
  await page.goto(`${jupyter.url}notebooks/first.ipynb?token=${jupyter.token}`);
  await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected());
  await step('the menu names the kernel', async () => {
    await page.waitForFunction(() => document.querySelector('.kernel_indicator_name').innerText.includes('Java (Orrery)'));
  });
  await step('cells print, and show records as a table', async () => {
    await run(0);
    await run(1);
    await shows(1, 'printed');
    assert.match(await cell(1).locator('.output table').innerText(), /height\s+speed[\s\S]*2\s+-3/);
  });
  await step('Tab completes a word', async () => {
    await cell(2).locator('.CodeMirror').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => /\bSystem\b/.test(window.Jupyter.notebook.get_cell(2).get_text())
      || [...document.querySelectorAll('#complete option')].some(option => option.value === 'System'));
    if (await page.locator('#complete').count()) {
      await page.locator('#complete option', { hasText: /^System$/ }).first().dblclick();
    }
    await page.waitForFunction(() => !document.querySelector('#complete'));
    assert.equal(await page.evaluate(() => window.Jupyter.notebook.get_cell(2).get_text()), 'System');
  });
  await step('Shift+Tab says what it is', async () => {
    await cell(2).locator('.CodeMirror').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Tab');
    await page.waitForFunction(() => document.querySelector('#tooltip').innerText.includes('class java.lang.System'));
    await page.keyboard.press('Escape');
  });
  await step('a question is asked below the cell and answered', async () => {
    await run(3);
    await cell(3).locator('input.raw_input').fill('Ada');
    await page.keyboard.press('Enter');
    await shows(3, 'hello Ada');
  });
  await step('the stop button stops an endless loop', async () => {
    await run(4);
    await page.waitForFunction(() => document.querySelector('.kernel_busy_icon'));
    await page.locator('#run_int button[data-jupyter-action="jupyter-notebook:interrupt-kernel"]').click();
    await shows(4, 'KeyboardInterrupt');
  });
  await step('an error shows its line, and the state is still there', async () => {
    await run(5);
    await shows(5, 'incompatible types');
    await run(1);
    await page.waitForFunction(() => window.Jupyter.notebook.get_cell(1).input_prompt_number > 3);
    await shows(1, 'printed');
  });
  console.log('all of it passed');
} catch (error) {
  failed = true;
  console.error(error);
  console.error('the server said:', jupyter.log().slice(-3000));
} finally {
  if (pictures) {
    await page.screenshot({ path: path.join(pictures, 'notebook.png'), fullPage: true });
  }
  await browser.close();
  await jupyter.close();
  await rm(scratch, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
