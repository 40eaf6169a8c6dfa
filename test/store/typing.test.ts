import { expect } from '@open-wc/testing';
import type { UserId } from '../../src/protocol/model.ts';
import { endAllTyping, endTyping, roomsSharedWith, startTyping } from '../../src/store/typing.ts';
import type { RoomEntry } from '../../src/store/state.ts';
import { ada, grace, linus, room } from '../support/fixtures.ts';

const NOBODY: ReadonlyMap<string, readonly UserId[]> = new Map();
const both = startTyping(startTyping(NOBODY, ['a', 'b'], 'grace'), ['a'], 'linus');

describe('typing', () => {
  it('lists who types in the order of starting, each once', () => {
    expect([...both]).to.deep.equal([
      ['a', ['grace', 'linus']],
      ['b', ['grace']],
    ]);
    expect(startTyping(both, ['a'], 'grace')).to.equal(both);
  });

  it('ends in the rooms that are told, and leaves no empty room', () => {
    const ended = endTyping(both, ['a', 'b', 'c'], new Set(['grace']));
    expect([...ended]).to.deep.equal([['a', ['linus']]]);
    expect(endTyping(ended, ['a'], new Set(['linus', 'ada'])).size).to.equal(0);
  });

  it('leaves rooms alone in which nothing ends', () => {
    const ended = endTyping(both, ['b'], new Set(['grace']));
    expect(ended.get('a')).to.equal(both.get('a'));
    expect(endTyping(both, ['a', 'c'], new Set(['ada']))).to.equal(both);
  });

  it('ends everywhere, once', () => {
    const ended = endAllTyping(both);
    expect(ended.size).to.equal(0);
    expect(endAllTyping(ended)).to.equal(ended);
  });
});

describe('roomsSharedWith', () => {
  it('finds the rooms of a participant', () => {
    const entry = (id: string, participants: RoomEntry['participants']): RoomEntry => ({
      ...room({ id, participants }),
      unreadCount: 0,
      activeAt: 0,
    });
    const rooms = [entry('a', [ada, grace]), entry('b', [ada, linus]), entry('c', [grace])];
    expect(roomsSharedWith(rooms, grace.id)).to.deep.equal(['a', 'c']);
  });
});
