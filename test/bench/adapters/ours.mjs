/** Nothing to adapt: the element speaks to the server itself. Only what the measures look at. */
const widget = () => document.querySelector('chat-widget');
const thread = () => widget().shadowRoot.querySelector('chat-widget-thread')?.shadowRoot;

window.view = {
  rows: () => [...(thread()?.querySelectorAll('.message') ?? [])],
  lastRow: () => thread()?.querySelector('.content > .message:nth-last-child(2)'),
  scroller: () => thread().querySelector('.scroller'),
  openSecond: () => {
    widget().selectRoom('r1');
  },
  input: () => widget().shadowRoot.querySelector('chat-widget-composer').shadowRoot.querySelector('textarea'),
};
