import { expect } from '@open-wc/testing';
import { request } from '../../src/context/request.ts';
import { ChatRequestEvent } from '../../src/events/request-event.ts';

describe('request', () => {
  it('sends a wish up through shadow roots, and tells when it was prevented', () => {
    const host = document.createElement('div');
    const inner = document.createElement('span');
    host.attachShadow({ mode: 'open' }).append(inner);
    const seen: Event[] = [];
    host.addEventListener('chat-read-room-request', (event) => seen.push(event));
    expect(request(inner, 'read-room', { roomId: 'a' })).to.equal(true);
    expect(seen[0]).to.be.instanceOf(ChatRequestEvent);
    expect((seen[0] as ChatRequestEvent<'read-room'>).detail).to.deep.equal({ roomId: 'a' });
    host.addEventListener('chat-read-room-request', (event) => {
      event.preventDefault();
    });
    expect(request(inner, 'read-room', { roomId: 'a' })).to.equal(false);
  });
});
