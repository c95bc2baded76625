// The few extension APIs that Cuecard uses, and no more: what is not here is not to be used without a reason.
// Both browsers offer them as `chrome.*` with promises under Manifest V3.

declare namespace webext {
  interface Sender {
    readonly id?: string;
    readonly url?: string;
    readonly frameId?: number;
    readonly tab?: { readonly id?: number };
  }

  interface Event<Listener> {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
  }

  /** An extension's own port, from a page of it to a content script. */
  interface Port {
    readonly name: string;
    readonly sender?: Sender;
    readonly onMessage: Event<(message: unknown) => void>;
    readonly onDisconnect: Event<() => void>;
    disconnect(): void;
  }

  interface StorageArea {
    get(key: string | readonly string[] | null): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
    remove(keys: string | string[]): Promise<void>;
  }

  interface StorageChange {
    readonly oldValue?: unknown;
    readonly newValue?: unknown;
  }

  interface Injection {
    readonly target: { readonly tabId: number; readonly frameIds?: readonly number[]; readonly allFrames?: boolean };
  }

  interface Style extends Injection {
    readonly css: string;
    readonly origin: 'USER';
  }

  interface RegisteredScript {
    readonly id: string;
    readonly matches?: readonly string[];
    readonly js?: readonly string[];
    readonly allFrames?: boolean;
    readonly matchOriginAsFallback?: boolean;
    readonly runAt?: 'document_idle';
    readonly persistAcrossSessions?: boolean;
  }

  type MessageListener = (
    message: unknown,
    sender: Sender,
    respond: (answer: unknown) => void,
  ) => boolean | undefined;

  interface Api {
    readonly runtime: {
      /** Undefined once the extension was updated or removed under a running content script. */
      readonly id?: string;
      readonly onMessage: Event<MessageListener>;
      readonly onConnect: Event<(port: Port) => void>;
      getURL(path: string): string;
      sendMessage(message: unknown): Promise<unknown>;
      openOptionsPage(): Promise<void>;
      readonly onInstalled: Event<() => void>;
      readonly onStartup: Event<() => void>;
    };
    readonly permissions: {
      contains(permissions: { readonly origins: readonly string[] }): Promise<boolean>;
      readonly onAdded: Event<() => void>;
      readonly onRemoved: Event<() => void>;
    };
    readonly scripting: {
      insertCSS(style: Style): Promise<void>;
      removeCSS(style: Style): Promise<void>;
      executeScript(script: Injection & { readonly files: readonly string[] }): Promise<unknown>;
      registerContentScripts(scripts: readonly RegisteredScript[]): Promise<void>;
      unregisterContentScripts(filter: { readonly ids: readonly string[] }): Promise<void>;
      getRegisteredContentScripts(filter: { readonly ids: readonly string[] }): Promise<readonly RegisteredScript[]>;
    };
    readonly tabs: {
      query(filter: { readonly url: readonly string[] }): Promise<ReadonlyArray<{ readonly id?: number }>>;
    };
    readonly storage: {
      readonly local: StorageArea;
      readonly session: StorageArea;
      readonly onChanged: Event<(changes: Record<string, StorageChange>, area: string) => void>;
    };
    readonly i18n: {
      getMessage(key: string): string;
    };
    readonly action: {
      readonly onClicked: Event<() => void>;
    };
  }
}

/**
 * Always `chrome`, never `browser`: a page with `<div id="browser">` puts that element in the place of the missing
 * global in Chromium's isolated world.
 */
declare const chrome: webext.Api;
