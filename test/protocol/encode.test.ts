import { expect } from '@open-wc/testing';
import { encoders, encodeWith } from '../../src/protocol/encode.ts';
import { ada, grace } from '../support/fixtures.ts';

const ADA = '{"user_id":"61010d7ce4c9786a417b4101","email":"ada@example.org","name":"Ada Lovelace"}';
const GRACE = '{"user_id":"61010d7ce4c9786a417b4102","email":"grace@example.org","name":"Grace Hopper"}';
const roomId = '61010d7ce4c9786a417b4113';

/** The contract's table, byte for byte. */
const contract: [name: string, payload: unknown, json: string][] = [
  ['connected', encoders.connected({ user: ada, sid: 'engine-1' }), `{"user":${ADA},"sid":"engine-1"}`],
  [
    'connected with a token',
    encoders.connected({ user: ada, sid: 'engine-1', token: 'secret' }),
    `{"user":${ADA},"sid":"engine-1","token":"secret"}`,
  ],
  ['get_chats', encoders.get_chats({ user: ada }), `{"user":${ADA}}`],
  [
    'new_room_create',
    encoders.new_room_create({ name: 'Engine', participants: [ada, grace], user: ada, isGroup: true }),
    `{"name":"Engine","participants":[${ADA},${GRACE}],"user":${ADA},"is_group":true}`,
  ],
  [
    'new_message',
    encoders.new_message({ roomId, body: 'Hi "Grace" <b>', user: ada }),
    `{"room":"${roomId}","message_body":"Hi \\"Grace\\" <b>","type":"USER_TEXT_MESSAGE","user":${ADA}}`,
  ],
  [
    'new_message with a client id',
    encoders.new_message({ roomId, body: 'Hi', user: ada, type: 'OTHER', clientId: 'c-1' }),
    `{"room":"${roomId}","message_body":"Hi","type":"OTHER","user":${ADA},"client_id":"c-1"}`,
  ],
  ['typing_start', encoders.typing_start({ roomId, user: ada }), `{"room":"${roomId}","user":${ADA}}`],
  ['typing_end', encoders.typing_end({ roomId, user: ada }), `{"room":"${roomId}","user":${ADA}}`],
  ['online_status', encoders.online_status({ user: ada }), `{"user_id":"${ada.id}"}`],
];

describe('encoders', () => {
  for (const [name, payload, json] of contract) {
    it(`writes ${name} exactly as documented`, () => expect(JSON.stringify(payload)).to.equal(json));
  }

  it('sends nothing of a user but the documented fields', () => {
    const withMore = { ...ada, password: 'secret' };
    expect(JSON.stringify(encoders.get_chats({ user: withMore }))).to.equal(`{"user":${ADA}}`);
  });
});

describe('encodeWith', () => {
  const payload = encoders.online_status({ user: ada });

  it('leaves the documented payload alone without a function of the page', () => {
    expect(encodeWith('online_status', payload)).to.deep.equal({ payload });
    expect(encodeWith('online_status', payload, { encode: { get_chats: () => 'other' } })).to.deep.equal({ payload });
  });

  it("sends what the page's function returns", () => {
    const options = { encode: { online_status: ({ user_id }: { user_id: string }) => [user_id] } };
    expect(encodeWith('online_status', payload, options)).to.deep.equal({ payload: [ada.id] });
  });

  it('sends the documented payload and tells the problem when that function throws', () => {
    const options = {
      encode: {
        online_status: () => {
          throw new Error('secret');
        },
      },
    };
    expect(encodeWith('online_status', payload, options)).to.deep.equal({
      payload,
      problem: 'protocol.encode.online_status threw an error',
    });
  });
});
