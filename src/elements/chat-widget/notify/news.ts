import type { RoomId } from '../../../protocol/model.ts';

/** What a person is told of a message. */
export interface News {
  readonly roomId: RoomId;
  /** By whom it is, and in a group where it was said. */
  readonly title: string;
  readonly text: string;
}
