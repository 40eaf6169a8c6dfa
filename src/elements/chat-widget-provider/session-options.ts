import type { User } from '../../protocol/model.ts';
import type { ProtocolOptions } from '../../protocol/protocol-options.ts';
import type { Credentials, SessionOptions } from '../../session/session.ts';
import { STORAGE_MODES, type StorageMode } from '../../platform/storage.ts';

/** The properties of the element that a session is made of; empty texts are attributes that are not there. */
interface SessionProperties {
  readonly serverUrl: string;
  readonly socketPath: string;
  readonly namespace: string;
  readonly user: User;
  readonly token: string | undefined;
  readonly getToken: SessionOptions['getToken'] | undefined;
  readonly storage: StorageMode;
  /** Seconds. */
  readonly presenceInterval: number;
  readonly protocol: ProtocolOptions | undefined;
  readonly socketOptions: SessionOptions['socketOptions'] | undefined;
}

/** What the attributes and properties say about the session; undefined while something required is missing. */
export function sessionOptions(properties: SessionProperties): SessionOptions | undefined {
  const { serverUrl, socketPath, namespace, storage, presenceInterval, protocol, socketOptions, user } = properties;
  if (!serverUrl || !user.id) return undefined;
  return {
    serverUrl: absolute(serverUrl),
    ...(socketPath && { socketPath }),
    ...(namespace && { namespace }),
    user,
    ...credentials(properties),
    storage: STORAGE_MODES.find((mode) => mode === storage) ?? 'local',
    presenceInterval: presenceInterval * 1000,
    ...(protocol && { protocol }),
    ...(socketOptions && { socketOptions }),
  };
}

export function credentials({ token, getToken }: SessionProperties): Credentials {
  return { ...(token && { token }), ...(getToken && { getToken }) };
}

/** What cannot be read as a URL goes on as it is: the session says what is wrong with it. */
function absolute(url: string): string {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
}
