/**
 * Everything but the inside of the panel. It stands on the file that the launcher may have fetched already, so that both
 * have one copy of the session.
 */
import './chat-widget-early-count.ts';
import './elements/chat-widget/chat-widget.ts';
