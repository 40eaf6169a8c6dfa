import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { tolerantParser, UNREADABLE } from '../../src/connection/tolerant-parser.ts';

function decode(packet: unknown): unknown[] {
  const decoded: unknown[] = [];
  const decoder = new tolerantParser.Decoder();
  decoder.on('decoded', (each: unknown) => decoded.push(each));
  decoder.add(packet);
  return decoded;
}

describe('tolerantParser', () => {
  it('reads an ordinary event as ever', () => {
    expect(decode('2["add_room",{"id":1}]')).to.deep.equal([{ type: 2, nsp: '/', data: ['add_room', { id: 1 }] }]);
  });

  for (const name of ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']) {
    it(`gives an event that is called ${name} a name that is allowed`, () => {
      expect(decode(`2["${name}","x"]`)).to.deep.equal([{ type: 2, nsp: '/', data: [`server ${name}`, 'x'] }]);
      expect(decode(`2/chat,7["${name}"]`)).to.deep.equal([{ type: 2, nsp: '/chat', id: 7, data: [`server ${name}`] }]);
    });
  }

  it('leaves events alone whose name only begins so, and payloads that look so', () => {
    expect(decode('2["connected","connect"]')).to.deep.equal([{ type: 2, nsp: '/', data: ['connected', 'connect'] }]);
  });

  it('reads a refusal without a reason', () => {
    expect(decode('4')).to.deep.equal([{ type: 4, nsp: '/', data: { message: '' } }]);
    expect(decode('4/chat')).to.deep.equal([{ type: 4, nsp: '/chat', data: { message: '' } }]);
    expect(decode('4/chat,')).to.deep.equal([{ type: 4, nsp: '/chat', data: { message: '' } }]);
  });

  it('tells a packet that it cannot read instead of throwing', () => {
    for (const packet of ['2[', '2{"a":1}', '9', '2[null]', 7, null, {}]) {
      expect(decode(packet), JSON.stringify(packet)).to.deep.equal([{ type: 2, nsp: '/', data: [UNREADABLE] }]);
    }
  });

  it('tells it in the namespace to which the packet belongs', () => {
    expect(decode('2/chat,["a"')).to.deep.equal([{ type: 2, nsp: '/chat', data: [UNREADABLE] }]);
  });

  it('waits for no binary parts that do not come', () => {
    const decoder = new tolerantParser.Decoder();
    const decoded: { data?: unknown }[] = [];
    decoder.on('decoded', (each: { data?: unknown }) => decoded.push(each));
    decoder.add('51-["picture",{"_placeholder":true,"num":0}]');
    decoder.add('2["next"]');
    expect(decoded.map(({ data }) => data)).to.deep.equal([['next']]);
  });

  it('throws for no text at all, and reads the next packet after it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => `2${json}`),
        ),
        (text) => {
          const decoder = new tolerantParser.Decoder();
          const decoded: { data?: unknown }[] = [];
          decoder.on('decoded', (each: { data?: unknown }) => decoded.push(each));
          decoder.add(text);
          decoder.add('2["next"]');
          expect(decoded.at(-1)?.data).to.deep.equal(['next']);
        },
      ),
    );
  });
});
