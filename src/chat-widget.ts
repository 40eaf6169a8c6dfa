/** The entry for a `<script>` tag with everything in one file: defines all elements, at once. */
import './index.ts';
import { mountFromOwnTag } from './script-tag.ts';

mountFromOwnTag();
