import type { CSSResult, TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import type { RoomId } from '../../protocol/model.ts';

/** What the inside of the panel needs of its widget. */
export interface PanelView {
  readonly strings: Strings;
  readonly room: RoomId | undefined;
  readonly label: string;
  readonly readonly: boolean;
  readonly maxLength: number | undefined;
  readonly sendKey: 'enter' | 'mod-enter';
  /** Another one gets all of it anew: no filter, place or half-filled dialog of the user before. */
  readonly identity: string;
  /** Hands a slot that the page has filled on to an inner element. */
  readonly handOn: (name: string, to: string) => unknown;
  /** The button that closes the panel, where it can be closed. */
  readonly close: (slot?: string) => unknown;
  readonly onBack: () => void;
  readonly onDismissNotice: () => Promise<void>;
}

export interface PanelContent {
  readonly styles: CSSResult;
  readonly render: (view: PanelView) => TemplateResult;
}

let content: PanelContent | undefined;

/** What is inside the panel; undefined until `panel.ts` was loaded, by whomever. */
export function panelContent(): PanelContent | undefined {
  return content;
}

export function providePanelContent(provided: PanelContent): void {
  content = provided;
}
