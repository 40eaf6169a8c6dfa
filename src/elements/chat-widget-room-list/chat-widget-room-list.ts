import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { activeRoomContext } from '../../context/active-room-context.ts';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import { sessionContext } from '../../context/session-context.ts';
import type { Formats } from '../../localization/formats.ts';
import type { ConnectionStatus } from '../../protocol/connection-state.ts';
import type { RoomId } from '../../protocol/model.ts';
import { filterRooms, roomTitle } from '../../store/selectors.ts';
import type { RoomsSlice, State } from '../../store/state.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { field } from '../../theme/field.styles.ts';
import { searchIcon, writeIcon } from '../../theme/icons.ts';
import { placeholder } from '../../theme/placeholder.styles.ts';
import { text } from '../../theme/text.styles.ts';
import { ChatWidgetRoom } from '../chat-widget-room/chat-widget-room.ts';
import { styles } from './chat-widget-room-list.styles.ts';
import { emptyTemplate, loadingTemplate, noMatchTemplate, unavailableTemplate } from './placeholders.ts';
import { RoomDialogController } from './room-dialog-controller.ts';
import { RowWindowController, type RowRange } from './row-window-controller.ts';
import { findByPrefix, TypeAhead } from './type-ahead.ts';

/** With fewer rooms than these, looking is quicker than searching. */
const FILTER_FROM = 6;
/** While these last, the list may still come. */
const WAITING: ReadonlySet<ConnectionStatus> = new Set(['connecting', 'online', 'reconnecting']);

const ROOM_PARTS =
  'room, current, unread, typing, avatar: room-avatar, title: room-title, time: room-time, preview: room-preview, unread-count: room-unread-count, presence';
const DIALOG_PARTS =
  'dialog: room-dialog, kind: room-kind, people: room-people, people-input, people-chip, people-options, people-option, active, cancel: room-cancel, create: room-create';

/**
 * @summary The person's rooms, most recently active first, with a filter and a way to begin a new one.
 *
 * @slot header - In place of the heading.
 * @slot actions - Further buttons at the end of the header.
 * @slot empty - In place of the text that shows when there is no room yet.
 *
 * @attr label - Heading, and accessible name of the list.
 *
 * @csspart header - The line with the heading and the buttons.
 * @csspart new-room - The button that begins a new room.
 * @csspart filter - The field in which the rooms are searched.
 * @csspart scroller - The box in which the rooms scroll.
 * @csspart list - The list.
 * @csspart room-dialog - The dialog in which a room is begun.
 * @csspart row - A row, the element. Its own parts are `room`, `room-avatar`, `room-title`, `room-time`, `room-preview`
 *   and `room-unread-count`.
 *
 * @fires chat-room-select - The person chose a room, or a new one was created. Cancelable.
 */
export class ChatWidgetRoomList extends LitElement {
  static override styles = [base, text, button, field, placeholder, styles];

  static override properties: PropertyDeclarations = {
    label: {},
    query: { state: true, attribute: false },
    focusedId: { state: true, attribute: false },
  };

  declare label: string;
  /** What the rooms are filtered by. */
  declare protected query: string;
  /** The row that the keyboard comes back to. */
  declare protected focusedId: RoomId | undefined;

  readonly #localize = new LocalizeController(this);
  readonly #activeRoom = new ContextConsumer(this, { context: activeRoomContext, subscribe: true });
  // Not the rooms themselves: what happens in one is rendered by its row.
  readonly #loaded = new SelectController(this, ({ rooms }) => rooms.loaded);
  readonly #order = new SelectController(this, ({ rooms }) => rooms.order);
  readonly #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  readonly #self = new SelectController(this, ({ self }) => self);
  readonly #status = new SelectController(this, ({ connection }) => connection.status);
  readonly #matches = new SelectController(this, (state) => this.#filter(state));
  readonly #window = new RowWindowController(this);
  readonly #typeAhead = new TypeAhead();
  readonly #dialog = new RoomDialogController(this, () => this.renderRoot.querySelector('chat-widget-room-dialog'));

  #filtered: (Pick<Formats, 'list'> & { rooms: RoomsSlice; query: string; ids: readonly RoomId[] }) | undefined;
  #rows: readonly Row[] = [];
  #hadFocus = false;

  constructor() {
    super();
    this.label = '';
    this.query = '';
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.#focusedRow !== undefined;
  }

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues): void {
    const ids = this.#matches.value;
    this.#rows = rowsIn(ids, this.#window.range(ids.length), this.#tabStop(ids));
    super.update(changed);
  }

  protected override updated(changed: PropertyValues): void {
    const items = this.renderRoot.querySelectorAll('li');
    const byIndex = new Map(this.#rows.flatMap(({ index }, at) => (items[at] ? [[index, items[at]]] : [])));
    this.#window.place(this.renderRoot.querySelector('ul'), byIndex, this.#matches.value.length);
    if (changed.has('query')) this.#window.reveal(0);
    // A row that moves within the list loses the focus; the person does not.
    if (this.#hadFocus && !this.#focusedRow) this.focus();
  }

  override render(): TemplateResult {
    const { strings } = this.#localize;
    return html`
      <div class="header" part="header">
        <slot name="header"><h2 dir="auto">${this.label || strings.rooms}</h2></slot>
        <button
          class="icon-button"
          part="new-room"
          type="button"
          aria-label=${strings.newRoom}
          title=${strings.newRoom}
          aria-busy=${this.#dialog.isAwaited ? 'true' : nothing}
          @pointerenter=${this.#dialog.load}
          @focus=${this.#dialog.load}
          @click=${this.#onNewRoom}
        >
          ${writeIcon}
        </button>
        <slot name="actions"></slot>
      </div>
      ${this.#dialog.hasFailed ? html`<p class="error" role="alert">${strings.chatNotLoaded}</p>` : nothing}
      ${this.#renderFilter()}
      <div class="scroller" part="scroller">${this.#renderContent()}</div>
      <chat-widget-room-dialog exportparts=${DIALOG_PARTS}></chat-widget-room-dialog>
    `;
  }

  #renderFilter(): TemplateResult | typeof nothing {
    if (this.#order.value.length < FILTER_FROM && !this.query) return nothing;
    const { strings } = this.#localize;
    return html`<div class="filter">
      ${searchIcon}
      <input
        class="input"
        part="filter"
        type="search"
        autocomplete="off"
        aria-label=${strings.filterRooms}
        placeholder=${strings.filterRooms}
        .value=${live(this.query)}
        @input=${this.#onFilterInput}
        @keydown=${this.#onFilterKeydown}
      />
      <span class="visually-hidden" role="status"
        >${this.query ? strings.roomsFound(this.#matches.value.length) : nothing}</span
      >
    </div>`;
  }

  #renderContent(): TemplateResult {
    const { strings } = this.#localize;
    const matches = this.#matches.value;
    if (!this.#loaded.value)
      return WAITING.has(this.#status.value) ? loadingTemplate(strings) : unavailableTemplate(strings);
    if (this.#order.value.length === 0) return emptyTemplate(strings, this.#onNewRoom);
    if (matches.length === 0) return noMatchTemplate(this.query, strings, this.#onClearFilter);
    return this.#renderList(matches);
  }

  #renderList(ids: readonly RoomId[]): TemplateResult {
    const tabStop = this.#tabStop(ids);
    return html`<ul
      part="list"
      role="list"
      aria-label=${this.label || this.#localize.strings.rooms}
      @keydown=${this.#onKeydown}
      @focusin=${this.#onFocusIn}
    >
      ${repeat(
        this.#rows,
        ({ id }) => id,
        ({ id, index }) =>
          html`<li aria-setsize=${ids.length} aria-posinset=${index + 1}>
            <chat-widget-room
              part="row"
              exportparts=${ROOM_PARTS}
              room-id=${id}
              ?current=${id === this.#activeRoom.value}
              .tabStop=${index === tabStop}
            ></chat-widget-room>
          </li>`,
      )}
    </ul>`;
  }

  /** Place of the one row that the Tab key stops at: where the keyboard was, else the open room, else the first. */
  #tabStop(ids: readonly RoomId[]): number {
    const places = [this.focusedId, this.#activeRoom.value].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
    return places.find((place) => place >= 0) ?? 0;
  }

  /** Picks: the same list for the same rooms and query, so that a change elsewhere costs nothing. */
  #filter(state: State): readonly RoomId[] {
    const { rooms } = state;
    const { query } = this;
    const { list } = this.#localize.formats;
    if (!query.trim()) return rooms.order;
    const last = this.#filtered;
    if (last?.rooms === rooms && last.query === query && last.list === list) return last.ids;
    const ids = filterRooms(state, query, list);
    this.#filtered = { rooms, query, list, ids };
    return ids;
  }

  get #focusedRow(): ChatWidgetRoom | undefined {
    const focused = this.shadowRoot?.activeElement;
    return focused instanceof ChatWidgetRoom ? focused : undefined;
  }

  async #focusPlace(place: number): Promise<void> {
    const ids = this.#matches.value;
    this.focusedId = ids[Math.max(0, Math.min(place, ids.length - 1))];
    this.#window.reveal(this.#tabStop(ids));
    await this.updateComplete;
    this.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const place = this.#placeFor(event);
    if (place === undefined) return;
    event.preventDefault();
    void this.#focusPlace(place);
  };

  /** Where a key leads; undefined when it leads nowhere. */
  #placeFor(event: KeyboardEvent): number | undefined {
    const ids = this.#matches.value;
    const here = this.#tabStop(ids);
    switch (event.key) {
      case 'ArrowDown':
        return here + 1;
      case 'ArrowUp':
        return here - 1;
      case 'Home':
        return 0;
      case 'End':
        return ids.length - 1;
      default: {
        const typed = this.#typeAhead.take(event);
        const place = typed ? findByPrefix(this.#titles(ids), typed, here) : -1;
        return place < 0 ? undefined : place;
      }
    }
  }

  #titles(ids: readonly RoomId[]): readonly string[] {
    return ids.map((id) => {
      const room = this.#session.value?.state.rooms.byId.get(id);
      return room ? roomTitle(room, this.#self.value, this.#localize.formats.list) : '';
    });
  }

  readonly #onFocusIn = (event: FocusEvent): void => {
    if (event.target instanceof ChatWidgetRoom) this.focusedId = event.target.roomId;
  };

  readonly #onFilterInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.query = event.target.value;
  };

  readonly #onFilterKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      void this.#focusPlace(0);
    } else if (event.key === 'Escape' && this.query) {
      // The first one empties the field, and only the next one closes what is around the list.
      event.preventDefault();
      event.stopPropagation();
      this.query = '';
    }
  };

  readonly #onClearFilter = (): void => {
    this.query = '';
    this.renderRoot.querySelector('input')?.focus();
  };

  readonly #onNewRoom = (): void => {
    void this.#dialog.open();
  };

  /** Goes to the row where the keyboard was last, or to what stands in place of the list. */
  override focus(options?: FocusOptions): void {
    const row = this.renderRoot.querySelectorAll('chat-widget-room')[this.#rowAtTabStop];
    (row ?? this.renderRoot.querySelector('button'))?.focus({ preventScroll: true, ...options });
  }

  get #rowAtTabStop(): number {
    const tabStop = this.#tabStop(this.#matches.value);
    return this.#rows.findIndex(({ index }) => index === tabStop);
  }
}

interface Row {
  readonly id: RoomId;
  /** Its place in the whole list. */
  readonly index: number;
}

/** Those in sight, and the one that has the focus wherever it is: what is removed loses it. */
function rowsIn(ids: readonly RoomId[], { first, last }: RowRange, tabStop: number): Row[] {
  const rows = ids.slice(first, last + 1).map((id, offset) => ({ id, index: first + offset }));
  const id = ids[tabStop];
  if (id === undefined || (tabStop >= first && tabStop <= last)) return rows;
  const row = { id, index: tabStop };
  return tabStop < first ? [row, ...rows] : [...rows, row];
}

if (!customElements.get('chat-widget-room-list')) customElements.define('chat-widget-room-list', ChatWidgetRoomList);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-room-list': ChatWidgetRoomList;
  }
}
