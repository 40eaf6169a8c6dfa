/** What is fetched when somebody is about to begin a room. In the scripts it is a file of its own, with this one's name. */
import './chat-widget-room-dialog.ts';
