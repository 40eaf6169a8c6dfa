import type { Strings } from '../../../localization/strings.ts';
import type { Message, Room, RoomId } from '../../../protocol/model.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Session } from '../../../session/session.ts';

/** All that is needed from outside. */
export interface NotifyView {
  readonly host: HTMLElement;
  readonly session: Session;
  readonly platform: Pick<Platform, 'clock' | 'page' | 'locks'>;
  /** What there is to be, as things are now, of `preview`, `title`, `badge`, `desktop` and `sound`. */
  readonly ways: () => ReadonlySet<string>;
  readonly strings: () => Partial<Strings>;
  readonly placement: () => string;
  /** False where the page does not want it. */
  readonly announce: (detail: { readonly message: Message; readonly room: Room }) => boolean;
  readonly open: (roomId: RoomId) => void;
}
