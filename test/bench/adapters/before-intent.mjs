/** Only its button is there to be seen. */
window.view = {
  isShown: () => document.querySelector('chat-widget')?.shadowRoot?.querySelector('button')?.checkVisibility() ?? false,
};
