import type { Strings } from './strings.ts';

/**
 * Why something failed, in the person's language where its code is known; else in the words that came with it.
 * @param error of the widget itself or of the backend
 */
export function failureReason(
  { code, message, isWordless }: { readonly code?: string; readonly message: string; readonly isWordless?: true },
  { failures, serverError, serverErrorWith }: Strings,
): string {
  // A backend may call its codes as it likes, `constructor` for one.
  if (code !== undefined && Object.hasOwn(failures, code)) return failures[code as keyof typeof failures];
  if (!isWordless) return message;
  return code === undefined ? serverError : serverErrorWith(code);
}
