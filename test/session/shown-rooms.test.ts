import { expect } from '@open-wc/testing';
import { ShownRooms } from '../../src/session/shown-rooms.ts';
import { Timers } from '../../src/session/timers.ts';
import type { Core } from '../../src/session/core.ts';
import type { Action } from '../../src/store/actions.ts';
import { KEPT } from '../../src/store/drop-old.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { message } from '../support/fixtures.ts';
import { received, stateAfter } from '../support/state-after.ts';

const LINGER = 30_000;

function open(): { shown: ShownRooms; platform: FakePlatform; left: string[]; grow: (count: number) => void } {
  const platform = new FakePlatform();
  const left: string[] = [];
  let state = stateAfter();
  const core = {
    get state() {
      return state;
    },
    timers: new Timers(platform.clock),
    dispatch: (action: Action) => {
      if (action.type === 'room-left') left.push(action.roomId);
    },
  };
  const shown = new ShownRooms(core as Core);
  const grow = (count: number): void => {
    const action = received(...Array.from({ length: count }, () => message()));
    state = stateAfter(action);
    shown.acted(action);
  };
  return { shown, platform, left, grow };
}

describe('ShownRooms', () => {
  it('says that a room was left when nobody has come back for a while', () => {
    const { shown, platform, left } = open();
    shown.show('room-1')();
    platform.clock.pass(LINGER - 1);
    expect(left).to.deep.equal([]);
    platform.clock.pass(1);
    expect(left).to.deep.equal(['room-1']);
  });

  it('says nothing while somebody else looks, nor when they come back in time', () => {
    const { shown, platform, left } = open();
    const first = shown.show('room-1');
    const second = shown.show('room-1');
    first();
    platform.clock.pass(LINGER);
    second();
    const third = shown.show('room-1');
    platform.clock.pass(LINGER);
    expect(left).to.deep.equal([]);
    third();
    platform.clock.pass(LINGER);
    expect(left).to.deep.equal(['room-1']);
  });

  it('lets a room that was never shown grow to a bound', () => {
    const { left, grow } = open();
    grow(2 * KEPT);
    expect(left).to.deep.equal([]);
    grow(2 * KEPT + 1);
    expect(left).to.deep.equal(['room-1']);
  });

  it('lets one that is shown, or was just now, grow as it likes', () => {
    const { shown, left, grow } = open();
    const hide = shown.show('room-1');
    grow(5 * KEPT);
    hide();
    grow(5 * KEPT);
    expect(left).to.deep.equal([]);
  });
});
