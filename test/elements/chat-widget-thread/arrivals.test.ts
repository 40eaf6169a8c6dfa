import { expect } from '@open-wc/testing';
import { arrivals } from '../../../src/elements/chat-widget-thread/arrivals.ts';
import type { Action } from '../../../src/store/actions.ts';
import type { MessageEntry, RoomMessages } from '../../../src/store/state.ts';
import { ada, grace, message, NOON, roomWith } from '../../support/fixtures.ts';
import { FakeSession } from '../../support/fake-session.ts';

const say = (id: string, at: number, sender = grace) => message({ id, sender, createdAt: NOON + at });
const queued = (key: string): Action => ({
  type: 'message-queued',
  message: { ...say(key, 0, ada), clientId: key },
});

/** What the second batch of facts brought after the first. */
function after(first: readonly Action[], second: readonly Action[]): Record<string, string> {
  const session = new FakeSession();
  const messages = (): RoomMessages => {
    const room = session.state.messages.get('room-1');
    if (!room) throw new Error('There is no such room.');
    return room;
  };
  session.dispatch({ type: 'rooms-received', rooms: [roomWith([say('a', 1000)])] }, ...first);
  const before = messages();
  session.dispatch(...second);
  const { received, sent, failed } = arrivals(before, messages(), ada.id);
  return { received: idsOf(received), sent: idsOf(sent), failed: idsOf(failed) };
}

function idsOf(entries: readonly MessageEntry[]): string {
  return entries.map(({ id }) => id).join(' ');
}

const NOTHING = { received: '', sent: '', failed: '' };

describe('arrivals', () => {
  it('tells what others wrote, in the order of the thread', () => {
    const batch: Action = { type: 'messages-received', messages: [say('c', 3000), say('b', 2000)] };
    expect(after([], [batch])).to.deep.equal({ ...NOTHING, received: 'b c' });
  });

  it('finds what came before own messages that are still on their way', () => {
    const batch: Action = { type: 'messages-received', messages: [say('b', 2000)] };
    expect(after([queued('x')], [batch, queued('y')])).to.deep.equal({ ...NOTHING, received: 'b', sent: 'y' });
  });

  it('does not take older history for news', () => {
    const batch: Action = { type: 'messages-received', messages: [say('0', 1), say('1', 2)] };
    expect(after([], [batch])).to.deep.equal(NOTHING);
  });

  it('tells a failure once, and an echo never', () => {
    const fail: Action = { type: 'message-failed', roomId: 'room-1', key: 'x', failure: { message: 'too long' } };
    expect(after([queued('x')], [fail])).to.deep.equal({ ...NOTHING, failed: 'x' });
    expect(after([queued('x'), fail], [queued('y')])).to.deep.equal({ ...NOTHING, sent: 'y' });
    const echo: Action = { type: 'messages-received', messages: [{ ...say('b', 2000, ada), clientId: 'x' }] };
    expect(after([queued('x')], [echo])).to.deep.equal(NOTHING);
  });
});
