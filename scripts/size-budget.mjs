/** KiB of gzip that each script for a `<script>` tag may weigh. */
export const budgets = {
  'chat-widget.js': 45,
  'chat-widget.classic.js': 45,
};
