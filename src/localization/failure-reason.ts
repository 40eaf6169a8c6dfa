import type { Strings } from './strings.ts';

/**
 * Why something failed, in the person's language where its code is known; else in the words that came with it.
 * @param error of the widget itself or of the backend
 */
export function failureReason(
  { code, message }: { readonly code?: string; readonly message: string },
  { failures }: Strings,
): string {
  // A backend may call its codes as it likes, `constructor` for one.
  return code !== undefined && Object.hasOwn(failures, code) ? failures[code as keyof typeof failures] : message;
}
