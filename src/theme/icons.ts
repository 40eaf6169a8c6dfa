import { svg, type SVGTemplateResult } from 'lit';

/** 24 × 24, drawn with the current colour; decorative, so the control that holds one carries the name. */
const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;

export const chatIcon = icon('M21 11.5a8.4 8.4 0 0 1-12.3 7.4L3 21l2.1-5.7A8.4 8.4 0 1 1 21 11.5Z');
export const closeIcon = icon('M18 6 6 18M6 6l12 12');
/** Points to the start side; mirrored by its user under right-to-left. */
export const backIcon = icon('m15 18-6-6 6-6');
export const downIcon = icon('m6 9 6 6 6-6');
export const sendIcon = icon('M5 12h14M13 5l7 7-7 7');
export const plusIcon = icon('M12 5v14M5 12h14');
export const smileIcon = icon('M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.01M15 9.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z');
export const searchIcon = icon('m21 21-4.3-4.3M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z');
export const copyIcon = icon('M9 9h11v11H9zM5 15H4V4h11v1');
export const attachIcon = icon(
  'm21 11.5-8.5 8.5a5.5 5.5 0 0 1-7.8-7.8l8.6-8.6a3.7 3.7 0 0 1 5.2 5.2l-8.6 8.6a1.8 1.8 0 0 1-2.6-2.6l7.9-7.9',
);
export const retryIcon = icon('M20 11a8 8 0 1 0-2.3 6.7M20 5v6h-6');
export const checkIcon = icon('m5 12.5 4.5 4.5L19 7.5');
export const clockIcon = icon('M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z');
export const alertIcon = icon('M12 8v5M12 16.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z');
export const offlineIcon = icon(
  'M2 2l20 20M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5-2.7M19 12.9a10 10 0 0 0-2.5-1.9M2 8.8a15 15 0 0 1 4.2-2.6M22 8.8A15 15 0 0 0 11 5M12 20h.01',
);
export const peopleIcon = icon(
  'M16 20v-1a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4v1M9.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM21 20v-1a4 4 0 0 0-3-3.9M15.5 4.1a3.5 3.5 0 0 1 0 6.8',
);
export const handIcon = icon(
  'M18 11V6a2 2 0 0 0-4 0M14 10V4a2 2 0 0 0-4 0v2M10 10.5V6a2 2 0 0 0-4 0v8M18 8a2 2 0 1 1 4 0v6a8 8 0 0 1-8 8h-2a8 8 0 0 1-6-2.7l-3.6-3.6a2 2 0 0 1 2.8-2.8L7 15',
);
/** A sheet and a pen: something new is to be written. */
export const writeIcon = icon(
  'M11 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5M18.4 2.6a2 2 0 0 1 3 3L12 15l-4 1 1-4Z',
);
