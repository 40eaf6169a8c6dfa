import { expect } from '@open-wc/testing';
import { SERVER_EVENT_NAMES } from '../../src/protocol/events.ts';
import { serverEventName, wireName } from '../../src/protocol/wire-name.ts';

const options = { rename: { new_message: 'chat:send', message_broadcast: 'chat:message', error: '' } };

describe('wireName', () => {
  it('is our name unless the page renames the event', () => {
    expect(wireName('new_message')).to.equal('new_message');
    expect(wireName('get_chats', options)).to.equal('get_chats');
    expect(wireName('new_message', options)).to.equal('chat:send');
  });

  it('is our name when the page gives an empty one', () => expect(wireName('error', options)).to.equal('error'));
});

describe('serverEventName', () => {
  it('is the reverse of wireName', () => {
    for (const event of SERVER_EVENT_NAMES) {
      expect(serverEventName(event)).to.equal(event);
      expect(serverEventName(wireName(event, options), options)).to.equal(event);
    }
  });

  it('knows neither foreign names nor the old name of a renamed event', () => {
    expect(serverEventName('toString')).to.equal(undefined);
    expect(serverEventName('message_broadcast', options)).to.equal(undefined);
  });
});
