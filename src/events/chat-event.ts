/** Base of all public events: bubbles, crosses shadow roots, carries plain data. */
export abstract class ChatEvent<Detail> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}
