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
  const { file, state } = upload;
  return html`<li class="attachment ${state}" part="attachment ${state}">
    ${labelTemplate(upload, strings)}
    ${
      state === 'failed'
        ? chipButton(strings.retry, retryIcon, () => {
            retry(upload);
          })
        : nothing
    }
    ${chipButton(strings.removeFile(file.name), closeIcon, () => {
      remove(upload);
    })}
  </li>`;
}

function labelTemplate({ file, state, fraction, reason }: Upload, strings: Strings): TemplateResult {
  if (state === 'failed') {
    return html`<span class="failure" role="alert">
      <span dir="auto">${strings.fileNotUploaded(file.name)}</span>
      ${reason ? html`<span dir="auto">${reason}</span>` : nothing}
    </span>`;
  }
  return html`<span class="name" dir="auto" title=${file.name}>${file.name}</span> ${
      state === 'uploading'
        ? html`<progress aria-label=${strings.uploadingFile(file.name)} value=${fraction}></progress>`
        : nothing
    }`;
}

function chipButton(label: string, icon: TemplateResult, onClick: () => void): TemplateResult {
  return html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${onClick}>
    ${icon}
  </button>`;
}
