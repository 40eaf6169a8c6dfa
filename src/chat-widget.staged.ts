/**
 * The entry for a `<script type="module">` tag: defines `<chat-widget>` with its button and its connection; the inside of
 * the panel is a file of its own beside this one, and comes when somebody is about to open it.
 */
import './chat-widget.core.ts';
import { mountFromOwnTag } from './script-tag.ts';

mountFromOwnTag();
