import type { Action } from '../../src/store/actions.ts';
import { reduce } from '../../src/store/reducer.ts';
import { initialState, type State } from '../../src/store/state.ts';
import { ada } from './fixtures.ts';

/** What Ada's session knows after these facts. */
export function stateAfter(...actions: readonly Action[]): State {
  return advance(initialState(ada), ...actions);
}

export function advance(state: State, ...actions: readonly Action[]): State {
  return actions.reduce((before, action) => reduce(before, action), state);
}

export const received = (...messages: Extract<Action, { type: 'messages-received' }>['messages']): Action => ({
  type: 'messages-received',
  messages,
});
export const roomsReceived = (...rooms: Extract<Action, { type: 'rooms-received' }>['rooms']): Action => ({
  type: 'rooms-received',
  rooms,
});
