import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a project that installed the package may write. */
const CONSUMER = `
import { ChatWidget, ChatMessageSendEvent, type ConnectionState, type Message, type ProtocolOptions, type Strings, type User } from 'chat-widget';
import { ChatWidgetRoomList } from 'chat-widget/elements/chat-widget-room-list.js';

const widget: ChatWidget = document.createElement('chat-widget');
const list: ChatWidgetRoomList = document.createElement('chat-widget-room-list');
const user: User = { id: '1', name: 'Grace', email: '' };
const strings: Partial<Strings> = { send: 'Go' };
const protocol: ProtocolOptions = { rename: { new_message: 'msg' } };
widget.user = user;
widget.strings = strings;
widget.protocol = protocol;
const state: ConnectionState = widget.connectionState;
widget.addEventListener('chat-message-send', (event) => {
  const sent: ChatMessageSendEvent = event;
  const message: Message = sent.detail.message;
  console.log(message.body, state, list);
});
// @ts-expect-error: it is a string
widget.serverUrl = 1;
`;

interface Description {
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What npm would pack, in a project that has nothing else but what the package depends on. */
describe('the npm package', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'consumer-'));
    const { files, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Description;
    for (const file of ['package.json', ...files]) {
      cpSync(join(root, file), join(folder, 'node_modules/chat-widget', file), { recursive: true });
    }
    for (const name of Object.keys(dependencies)) {
      const path = join(folder, 'node_modules', name);
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), path, 'junction');
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'main.ts'), CONSUMER);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function node(...args: string[]): void {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  }

  it('can be imported where there is no DOM', () => {
    node('--eval', "import('chat-widget').then(({ ChatWidget }) => { if (!ChatWidget) throw new Error('no class'); })");
  });

  for (const [module, moduleResolution] of [
    ['esnext', 'bundler'],
    ['nodenext', 'nodenext'],
  ]) {
    it(`has types for moduleResolution ${moduleResolution}`, () => {
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const options = { module, moduleResolution, target: 'es2022', strict: true, noEmit: true, types: [] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['main.ts'] }));
      node(tsc, '--project', 'tsconfig.json');
    });
  }
});
