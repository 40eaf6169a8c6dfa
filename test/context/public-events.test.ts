import { expect } from '@open-wc/testing';
import { publicEvents } from '../../src/context/public-events.ts';
import type { Action } from '../../src/store/actions.ts';
import { reduce } from '../../src/store/reducer.ts';
import { initialState, type State } from '../../src/store/state.ts';
import { ada, grace, message, NOON, room, roomWith } from '../support/fixtures.ts';

const online: Action = { type: 'connection-changed', connection: { status: 'online', attempt: 0 } };
const rooms: Action = { type: 'rooms-received', rooms: [roomWith()] };
const mine = (changes = {}) => ({ ...message({ sender: ada, ...changes }), clientId: 'mine', id: 'mine' });
const queued: Action = { type: 'message-queued', message: mine({ body: 'Hi' }) };
const departed: Action = { type: 'message-departed', roomId: 'room-1', key: 'mine', withClientId: false };

/** The events of the last action, after the ones before it have happened. */
function eventsAfter(...actions: Action[]): { type: string; detail: unknown }[] {
  let previous: State = initialState(ada);
  let state = previous;
  for (const action of actions) {
    previous = state;
    state = reduce(state, action);
  }
  const last = actions.at(-1);
  if (!last) return [];
  return [...publicEvents(last, state, previous)].map((event) => ({
    type: event.type,
    detail: 'detail' in event ? event.detail : undefined,
  }));
}
const types = (...actions: Action[]): string[] => eventsAfter(...actions).map(({ type }) => type);

describe('publicEvents', () => {
  it('tells a change of the connection, with the reason', () => {
    const error = { message: 'Gone.' };
    const lost: Action = { type: 'connection-changed', connection: { status: 'reconnecting', attempt: 1, error } };
    expect(eventsAfter(online, lost).slice(0, 2)).to.deep.equal([
      { type: 'chat-connection-change', detail: { status: 'reconnecting', previous: 'online', error } },
      { type: 'chat-error', detail: { error } },
    ]);
  });

  it('does not tell another attempt as another status', () => {
    const attempt = (n: number): Action => ({
      type: 'connection-changed',
      connection: { status: 'reconnecting', attempt: n },
    });
    expect(types(online, attempt(1), attempt(2))).to.deep.equal([]);
  });

  it('tells the first list as ready and the same list again as nothing', () => {
    expect(types(online, rooms)).to.deep.equal(['chat-rooms-change', 'chat-ready']);
    expect(types(online, rooms, rooms)).to.deep.equal([]);
  });

  it('tells an added room', () => {
    const added: Action = { type: 'room-added', room: roomWith([], { id: 'room-2' }) };
    expect(types(online, rooms, added)).to.deep.equal(['chat-room-add', 'chat-rooms-change']);
  });

  it('tells a message of somebody else once, and the unread count with it', () => {
    const received: Action = { type: 'messages-received', messages: [message()] };
    expect(types(online, rooms, received)).to.deep.equal(['chat-message-receive', 'chat-unread-change']);
    expect(types(online, rooms, received, received)).to.deep.equal([]);
  });

  it('tells an own message as sent by its echo, not as received', () => {
    const echo: Action = { type: 'messages-received', messages: [message({ sender: ada, body: 'Hi' })] };
    expect(types(online, rooms, queued)).to.deep.equal(['chat-message-send']);
    const events = eventsAfter(online, rooms, queued, departed, echo);
    expect(events.map(({ type }) => type)).to.deep.equal(['chat-message-status']);
    expect(events[0]?.detail).to.have.property('status', 'sent');
  });

  it('keeps to itself that a message goes on the wire', () => {
    expect(types(online, rooms, queued, departed)).to.deep.equal([]);
  });

  it('tells a failed message with the reason, and its retry', () => {
    const failure = { message: 'Too long.' };
    const failed: Action = { type: 'message-failed', roomId: 'room-1', key: 'mine', failure };
    const retried: Action = { type: 'message-retried', roomId: 'room-1', key: 'mine' };
    expect(eventsAfter(online, rooms, queued, failed)[0]?.detail).to.deep.include({ status: 'failed', error: failure });
    expect(eventsAfter(online, rooms, queued, failed, retried)[0]?.detail).to.deep.include({ status: 'pending' });
  });

  it('tells an own message found in the list after a reconnect as sent', () => {
    const found: Action = { type: 'rooms-received', rooms: [roomWith([message({ sender: ada, body: 'Hi' })])] };
    expect(types(online, rooms, queued, departed, found)).to.deep.equal(['chat-message-status']);
  });

  it('tells who types, and that they stopped', () => {
    const started: Action = { type: 'typing-started', user: grace, roomId: 'room-1' };
    const ended: Action = { type: 'typing-ended', user: grace, roomId: 'room-1' };
    const detail = (users: unknown[]) => [{ type: 'chat-typing-change', detail: { roomId: 'room-1', users } }];
    expect(eventsAfter(online, rooms, started)).to.deep.equal(detail([grace]));
    expect(eventsAfter(online, rooms, started, ended)).to.deep.equal(detail([]));
  });

  it('tells who is online', () => {
    const presence: Action = { type: 'presence-received', users: [grace] };
    expect(eventsAfter(online, rooms, presence)).to.deep.equal([
      { type: 'chat-presence-change', detail: { online: [grace.id] } },
    ]);
  });

  it("tells the server's errors", () => {
    const error = { message: 'No.', code: 'nope' };
    expect(eventsAfter(online, { type: 'error-received', id: 'e', error })).to.deep.equal([
      { type: 'chat-error', detail: { error } },
    ]);
  });

  it('tells nothing of drafts', () => {
    expect(types(online, rooms, { type: 'draft-changed', roomId: 'room-1', text: 'x' })).to.deep.equal([]);
  });

  it('gives rooms in the order of activity', () => {
    const older = room({ id: 'old', updatedAt: NOON });
    const newer = room({ id: 'new', updatedAt: NOON + 1 });
    const both: Action = {
      type: 'rooms-received',
      rooms: [older, newer].map((each) => ({ room: each, messages: [] })),
    };
    const detail = eventsAfter(online, both)[0]?.detail as { rooms: { id: string }[] };
    expect(detail.rooms.map(({ id }) => id)).to.deep.equal(['new', 'old']);
  });
});
