import { failureReason } from '../../localization/failure-reason.ts';
import type { Strings } from '../../localization/strings.ts';
import type { MessageEntry } from '../../store/state.ts';

/**
 * What has become of an own message.
 * @param waiting it is pending, and there is no connection
 */
export function statusText({ status, failure }: MessageEntry, waiting: boolean, strings: Strings): string {
  if (status === 'sent') return strings.messageSent;
  if (status === 'pending') return waiting ? strings.messageWaiting : strings.messagePending;
  return failure ? strings.messageFailedBecause(failureReason(failure, strings)) : strings.messageFailed;
}
