import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import { attachIcon, closeIcon, retryIcon } from '../../theme/icons.ts';
import { keepFocus } from './composer-buttons.ts';
import type { Upload } from './upload-controller.ts';

interface Actions {
  readonly retry: (upload: Upload) => void;
  readonly remove: (upload: Upload) => void;
}

export function attachButton({ attachFiles }: Strings, onFiles: (files: FileList) => void): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLElement) currentTarget.parentElement?.querySelector('input')?.click();
  };
  const take = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement) || !currentTarget.files?.length) return;
    onFiles(currentTarget.files);
    // The same file may be chosen again.
    currentTarget.value = '';
  };
  return html`<input type="file" multiple hidden @change=${take} />
    <button
      class="icon-button attach"
      part="attach"
      type="button"
      aria-label=${attachFiles}
      title=${attachFiles}
      @mousedown=${keepFocus}
      @click=${choose}
    >
      ${attachIcon}
    </button>`;
}

/** What is attached, and how far it is. */
export function trayTemplate(
  uploads: readonly Upload[],
  isOver: boolean,
  strings: Strings,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (isOver) return html`<p class="drop" part="drop">${strings.dropFiles}</p>`;
  if (uploads.length === 0) return nothing;
  return html`<ul class="tray" part="tray" aria-label=${strings.attachedFiles}>
    ${uploads.map((upload) => uploadTemplate(upload, strings, actions))}
  </ul>`;
}

function uploadTemplate(upload: Upload, strings: Strings, { retry, remove }: Actions): TemplateResult {
  const { file, state, fraction } = upload;
  return html`<li class="attachment ${state}" part="attachment ${state}">
    <span class="name" dir="auto" title=${file.name}>${file.name}</span>
    ${
      state === 'uploading'
        ? html`<progress aria-label=${strings.uploadingFile(file.name)} value=${fraction}></progress>`
        : nothing
    }
    ${
      state === 'failed'
        ? html`<span class="visually-hidden" role="alert">${strings.fileNotUploaded(file.name)}</span>
            <button
              class="icon-button"
              type="button"
              aria-label=${strings.retry}
              title=${strings.retry}
              @click=${() => {
                retry(upload);
              }}
            >
              ${retryIcon}
            </button>`
        : nothing
    }
    <button
      class="icon-button"
      type="button"
      aria-label=${strings.removeFile(file.name)}
      title=${strings.removeFile(file.name)}
      @click=${() => {
        remove(upload);
      }}
    >
      ${closeIcon}
    </button>
  </li>`;
}
