import { createContext } from '@lit/context';
import type { RoomId } from '../protocol/model.ts';

export interface UploadContext {
  /** The room that the file is for. */
  readonly roomId: RoomId;
  /** Aborted when the person removes the file, or the element goes. */
  readonly signal: AbortSignal;
  /** Shows how far it is, from 0 to 1. */
  readonly progress: (fraction: number) => void;
}

/** Brings a file to a place of the page's own; its address, relative to the page or absolute, is what is sent. */
export type Uploader = (file: File, context: UploadContext) => Promise<{ readonly url: string }>;

export const uploaderContext = createContext<Uploader | undefined>(Symbol.for('chat-widget.uploader.v1'));
