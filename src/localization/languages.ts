import { Catalog } from './catalog.ts';

/** All but English, which is always there. Each is a file of its own, fetched alone: it imports nothing but types. */
export const languages = new Catalog({
  ar: () => import('./languages/ar.ts'),
  de: () => import('./languages/de.ts'),
});
